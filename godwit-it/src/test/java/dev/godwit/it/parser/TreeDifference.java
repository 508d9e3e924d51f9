package dev.godwit.it.parser;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.Expression;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares two trees but for where they stood: runs of tokens by their tokens, and what only a span holds by the tokens in it. */
final class TreeDifference {
    private final Dialect dialect;
    private final SqlSource left;
    private final SqlSource right;

    private TreeDifference(Dialect dialect, SqlSource left, SqlSource right) {
        this.dialect = dialect;
        this.left = left;
        this.right = right;
    }

    /** Returns where they differ; empty where they are equal. */
    static Optional<String> between(Dialect dialect, SqlSource left, Statement one, SqlSource right, Statement other) {
        return new TreeDifference(dialect, left, right).objects(one.getClass().getSimpleName(), one, other);
    }

    private Optional<String> objects(String path, Object one, Object other) {
        if (one instanceof Optional<?> a && other instanceof Optional<?> b) {
            return lists(path, a.stream().toList(), b.stream().toList());
        }
        if (one instanceof List<?> a && other instanceof List<?> b) {
            return lists(path, a, b);
        }
        if (!one.getClass().equals(other.getClass()) && !(one instanceof Collection<?>)) {
            return Optional.of("%s: %s, %s".formatted(path, one, other));
        }
        if (one instanceof Expression a && other instanceof Expression b) {
            return a.tokens().equals(b.tokens())
                    ? Optional.empty()
                    : Optional.of("%s: %s, %s".formatted(path, a.text(), b.text()));
        }
        if (one instanceof SourceSpan a && other instanceof SourceSpan b) {
            return spans(path, a, b);
        }
        if (one instanceof Record a && other instanceof Record b) {
            return records(path, a, b);
        }
        return Objects.equals(one, other) ? Optional.empty() : Optional.of("%s: %s, %s".formatted(path, one, other));
    }

    private Optional<String> lists(String path, List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return Optional.of("%s: %s, %s".formatted(path, one, other));
        }
        for (int i = 0; i < one.size(); i++) {
            Optional<String> difference = objects(path + "[" + i + "]", one.get(i), other.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private Optional<String> records(String path, Record one, Record other) {
        for (RecordComponent component : one.getClass().getRecordComponents()) {
            boolean place = component.getName().equals("span");
            Optional<String> difference = place
                    ? Optional.empty()
                    : objects(path + "." + component.getName(), value(component, one), value(component, other));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> spans(String path, SourceSpan one, SourceSpan other) {
        String a = left.text(one);
        String b = right.text(other);
        boolean equal = a.equals(b)
                || dialect.expression(a).tokens().equals(dialect.expression(b).tokens());
        return equal ? Optional.empty() : Optional.of("%s: %s, %s".formatted(path, a, b));
    }
}
