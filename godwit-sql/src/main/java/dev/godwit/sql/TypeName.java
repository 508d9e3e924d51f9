package dev.godwit.sql;

import java.util.List;

/**
 * A type as it was written.
 *
 * @param name folded, aliases and words in their written form, for example {@code character varying}, {@code int4}, {@code shop.mood};
 *     empty never: SQLite's column without a type has no {@code TypeName}. PostgreSQL's internal type {@code "char"} keeps its quotes, as
 *     {@code char} is another type
 * @param arguments what stands in its parentheses, each as written: {@code 10}, {@code 'a'}
 * @param modifiers upper-case words and clauses beside it, in the order written: {@code WITH TIME ZONE}, {@code UNSIGNED},
 *     {@code CHARACTER SET utf8mb4}, {@code COLLATE "de_DE"}, {@code DAY TO SECOND}, {@code SETOF}, {@code %TYPE}
 * @param dimensions how many pairs of brackets follow; {@code ARRAY} counts as one
 */
public record TypeName(
        SourceSpan span, QualifiedName name, List<String> arguments, List<String> modifiers, int dimensions) {
    public TypeName {
        arguments = List.copyOf(arguments);
        modifiers = List.copyOf(modifiers);
    }

    /** Returns the last part of the name. */
    public String base() {
        return name.last().name();
    }

    /** Tells whether the modifier is there. */
    public boolean has(String modifier) {
        return modifiers.contains(modifier);
    }

    /** Shows it for people: {@code numeric(10,2)}, {@code timestamp(3) with time zone}, {@code int unsigned}. */
    @Override
    public String toString() {
        var text = new StringBuilder(name.toString());
        if (!arguments.isEmpty()) {
            text.append('(').append(String.join(",", arguments)).append(')');
        }
        modifiers.forEach(modifier -> text.append(' ').append(modifier.toLowerCase(java.util.Locale.ROOT)));
        return text.append("[]".repeat(dimensions)).toString();
    }
}
