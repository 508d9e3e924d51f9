package dev.godwit.postgres.effect;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;

/** Reads what a default calls. */
final class Defaults {
    private Defaults() {}

    /** Tells whether it draws from the sequence: {@code nextval('name')}, in whatever spelling of the name. */
    static boolean draws(Expression value, QualifiedName sequence) {
        return value.has("nextval")
                && value.tokens().stream()
                        .filter(token -> token.kind() == Lexeme.Kind.STRING)
                        .map(token -> token.text().replace("'", "").replace("\"", ""))
                        .anyMatch(name -> name.equals(sequence.toString())
                                || name.endsWith("." + sequence.last().name())
                                || name.equals(sequence.last().name()));
    }
}
