package dev.godwit.postgres.effect;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what a default calls. */
final class Defaults {
    private Defaults() {}

    /** Returns the sequence that it draws from, as it is written there. */
    static Optional<QualifiedName> drawn(Expression value) {
        if (!value.has("nextval")) {
            return Optional.empty();
        }
        return value.tokens().stream()
                .filter(token -> token.kind() == Lexeme.Kind.STRING)
                .map(token -> token.text().replace("'", "").replace("\"", ""))
                .map(name -> new QualifiedName(
                        Stream.of(name.split("\\.", -1)).map(Identifier::new).toList()))
                .findFirst();
    }

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
