package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.AbstractCollection;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map by name, sorted, whose copies share all but the way to what changed: a folder of ten thousand statements makes as many
 * catalogs. It is a treap: a search tree that is kept shallow by a heap order of pseudo-random priorities.
 */
final class NameMap<V> {
    private static final NameMap<?> EMPTY = new NameMap<>(null);

    private final @Nullable Node<V> root;

    private NameMap(@Nullable Node<V> root) {
        this.root = root;
    }

    private record Node<V>(
            QualifiedName name,
            V value,
            int priority,
            int size,
            @Nullable Node<V> left,
            @Nullable Node<V> right) {
        private static <V> Node<V> of(QualifiedName name, V value, @Nullable Node<V> left, @Nullable Node<V> right) {
            return new Node<>(name, value, mixed(name.hashCode()), 1 + size(left) + size(right), left, right);
        }

        private Node<V> with(@Nullable Node<V> newLeft, @Nullable Node<V> newRight) {
            return new Node<>(name, value, priority, 1 + size(newLeft) + size(newRight), newLeft, newRight);
        }

        private static int size(@Nullable Node<?> node) {
            return node == null ? 0 : node.size();
        }

        private static int mixed(int hash) {
            int mixed = (hash ^ (hash >>> 16)) * 0x7feb352d;
            mixed = (mixed ^ (mixed >>> 15)) * 0x846ca68b;
            return mixed ^ (mixed >>> 16);
        }
    }

    /** Returns the map that holds nothing. */
    @SuppressWarnings("unchecked") // nothing can be taken from it or put into it
    static <V> NameMap<V> empty() {
        return (NameMap<V>) EMPTY;
    }

    Optional<V> get(QualifiedName name) {
        Node<V> node = root;
        while (node != null) {
            int order = compare(name, node.name());
            if (order == 0) {
                return Optional.of(node.value());
            }
            node = order < 0 ? node.left() : node.right();
        }
        return Optional.empty();
    }

    boolean has(QualifiedName name) {
        return get(name).isPresent();
    }

    NameMap<V> with(QualifiedName name, V value) {
        return new NameMap<>(put(root, name, value));
    }

    NameMap<V> without(QualifiedName name) {
        return has(name) ? new NameMap<>(remove(root, name)) : this;
    }

    int size() {
        return Node.size(root);
    }

    /** Returns the values in the order of their names; a view, not a copy. */
    Collection<V> values() {
        return new Values<>(root);
    }

    /** Returns the names in order. */
    List<QualifiedName> names() {
        return new Names(root).stream().toList();
    }

    private static <V> Node<V> put(@Nullable Node<V> node, QualifiedName name, V value) {
        if (node == null) {
            return Node.of(name, value, null, null);
        }
        int order = compare(name, node.name());
        if (order == 0) {
            return Node.of(node.name(), value, node.left(), node.right());
        }
        if (order < 0) {
            Node<V> left = put(node.left(), name, value);
            return left.priority() > node.priority()
                    ? left.with(left.left(), node.with(left.right(), node.right()))
                    : node.with(left, node.right());
        }
        Node<V> right = put(node.right(), name, value);
        return right.priority() > node.priority()
                ? right.with(node.with(node.left(), right.left()), right.right())
                : node.with(node.left(), right);
    }

    private static <V> @Nullable Node<V> remove(@Nullable Node<V> node, QualifiedName name) {
        if (node == null) {
            return null;
        }
        int order = compare(name, node.name());
        if (order == 0) {
            return joined(node.left(), node.right());
        }
        return order < 0
                ? node.with(remove(node.left(), name), node.right())
                : node.with(node.left(), remove(node.right(), name));
    }

    private static <V> @Nullable Node<V> joined(@Nullable Node<V> left, @Nullable Node<V> right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.priority() > right.priority()
                ? left.with(left.left(), joined(left.right(), right))
                : right.with(joined(left, right.left()), right.right());
    }

    private static int compare(QualifiedName one, QualifiedName other) {
        List<Identifier> a = one.parts();
        List<Identifier> b = other.parts();
        for (int i = 0; i < a.size() && i < b.size(); i++) {
            int order = a.get(i).name().compareTo(b.get(i).name());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static final class Walk<V> {
        private final Deque<Node<V>> path = new ArrayDeque<>();

        private Walk(@Nullable Node<V> root) {
            descend(root);
        }

        private boolean hasNext() {
            return !path.isEmpty();
        }

        private Node<V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<V> node = path.pop();
            descend(node.right());
            return node;
        }

        private void descend(@Nullable Node<V> from) {
            for (Node<V> node = from; node != null; node = node.left()) {
                path.push(node);
            }
        }
    }

    private static final class Values<V> extends AbstractCollection<V> {
        private final @Nullable Node<V> root;

        private Values(@Nullable Node<V> root) {
            this.root = root;
        }

        @Override
        public Iterator<V> iterator() {
            Walk<V> walk = new Walk<>(root);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return walk.hasNext();
                }

                @Override
                public V next() {
                    return walk.next().value();
                }
            };
        }

        @Override
        public int size() {
            return Node.size(root);
        }
    }

    private static final class Names extends AbstractCollection<QualifiedName> {
        private final @Nullable Node<?> root;

        private Names(@Nullable Node<?> root) {
            this.root = root;
        }

        @Override
        public Iterator<QualifiedName> iterator() {
            Walk<?> walk = new Walk<>(root);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return walk.hasNext();
                }

                @Override
                public QualifiedName next() {
                    return walk.next().name();
                }
            };
        }

        @Override
        public int size() {
            return Node.size(root);
        }
    }
}
