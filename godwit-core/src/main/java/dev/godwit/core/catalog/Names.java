package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds and makes names. */
final class Names {
    private Names() {}

    /** Returns the full name that {@code name} means in that state. */
    static QualifiedName resolve(Conventions conventions, State state, QualifiedName name) {
        if (name.parts().size() > 1) {
            return conventions.resolve(name);
        }
        List<Identifier> path = conventions.searchPath(
                setting -> state.local().getOrDefault(setting, state.settings().getOrDefault(setting, "")));
        for (Identifier schema : path) {
            QualifiedName candidate = within(conventions, schema, name);
            if (state.knows(candidate)) {
                return candidate;
            }
        }
        return path.isEmpty() ? conventions.resolve(name) : within(conventions, path.getFirst(), name);
    }

    private static QualifiedName within(Conventions conventions, Identifier schema, QualifiedName name) {
        return conventions.resolve(new QualifiedName(List.of(schema, name.last())));
    }

    /** Returns {@code last} in the schema of {@code name}. */
    static QualifiedName beside(QualifiedName name, Identifier last) {
        List<Identifier> parts = new ArrayList<>(name.parts());
        parts.set(parts.size() - 1, last);
        return new QualifiedName(parts);
    }

    /** Tells whether two names mean the same within one table; no product has two columns that differ in case only without quotes. */
    static boolean same(Identifier one, Identifier other) {
        return one.name().equalsIgnoreCase(other.name());
    }

    /** Returns what has exactly that name, else what has it in another case, as products have it that ignore the case of such names. */
    static <T> Optional<T> find(List<T> all, Function<T, Optional<Identifier>> name, Identifier wanted) {
        @Nullable T otherCase = null;
        for (T one : all) {
            Optional<Identifier> own = name.apply(one);
            if (own.isPresent()) {
                if (own.get().equals(wanted)) {
                    return Optional.of(one);
                }
                if (otherCase == null && same(own.get(), wanted)) {
                    otherCase = one;
                }
            }
        }
        return Optional.ofNullable(otherCase);
    }
}
