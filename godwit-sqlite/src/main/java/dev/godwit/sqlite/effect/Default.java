package dev.godwit.sqlite.effect;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Set;

/** What a column gets where nothing is said, as far as ADD COLUMN minds. */
enum Default {
    /** None, or NULL. */
    NONE,
    CONSTANT,
    /** The time, or an expression. */
    COMPUTED;

    private static final Set<String> CLOCK = Set.of("current_timestamp", "current_date", "current_time");

    static Default of(ColumnDefinition definition) {
        return definition
                .attribute(ColumnAttribute.Default.class)
                .map(said -> of(said.value()))
                .orElse(NONE);
    }

    private static Default of(Expression value) {
        List<Lexeme> tokens = value.tokens().stream()
                .filter(token -> !token.isSymbol("(") && !token.isSymbol(")"))
                .toList();
        if (tokens.size() == 1 && tokens.getFirst().is("NULL")) {
            return NONE;
        }
        boolean sign = tokens.size() == 2
                && (tokens.getFirst().isSymbol("-") || tokens.getFirst().isSymbol("+"));
        boolean blob = tokens.size() == 2 && tokens.getFirst().is("X");
        if (tokens.size() > 1 && !sign && !blob) {
            return COMPUTED;
        }
        boolean clock = tokens.stream().anyMatch(token -> CLOCK.stream().anyMatch(token::is));
        boolean call = !value.calls().isEmpty();
        return clock || call ? COMPUTED : CONSTANT;
    }
}
