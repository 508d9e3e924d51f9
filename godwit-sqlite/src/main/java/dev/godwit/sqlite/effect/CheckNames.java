package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The names in the condition of a CHECK. */
final class CheckNames {
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "null",
            "is",
            "in",
            "like",
            "glob",
            "regexp",
            "match",
            "between",
            "case",
            "when",
            "then",
            "else",
            "end",
            "isnull",
            "notnull",
            "cast",
            "as",
            "collate",
            "escape",
            "exists",
            "true",
            "false",
            "distinct",
            "from",
            "current_date",
            "current_time",
            "current_timestamp",
            "rowid",
            "oid",
            "_rowid_",
            "integer",
            "int",
            "text",
            "real",
            "blob",
            "numeric",
            "nocase",
            "binary",
            "rtrim",
            "x");

    private CheckNames() {}

    /** Returns a name that is no column of the table, where that is certain. */
    static Optional<String> unknown(ConstraintRule.Check check, Optional<Table> table) {
        List<Lexeme> tokens = check.condition().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            boolean called = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            boolean qualified = (i > 0 && tokens.get(i - 1).isSymbol("."))
                    || (i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("."));
            boolean name = token.kind() == Lexeme.Kind.WORD && !called && !qualified;
            if (name
                    && !WORDS.contains(token.text().toLowerCase(Locale.ROOT))
                    && Schema.lacks(table, new Identifier(token.text()))) {
                return Optional.of(token.text());
            }
        }
        return Optional.empty();
    }
}
