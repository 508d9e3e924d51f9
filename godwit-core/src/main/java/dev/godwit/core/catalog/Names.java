package dev.godwit.core.catalog;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
        List<QualifiedName> candidates = path.stream()
                .map(schema -> conventions.resolve(new QualifiedName(List.of(schema, name.last()))))
                .toList();
        return candidates.stream()
                .filter(state::knows)
                .findFirst()
                .orElseGet(() -> candidates.isEmpty() ? conventions.resolve(name) : candidates.getFirst());
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
        Optional<T> exact = all.stream()
                .filter(one -> name.apply(one).filter(wanted::equals).isPresent())
                .findFirst();
        return exact.isPresent()
                ? exact
                : all.stream()
                        .filter(one ->
                                name.apply(one).filter(own -> same(own, wanted)).isPresent())
                        .findFirst();
    }
}
