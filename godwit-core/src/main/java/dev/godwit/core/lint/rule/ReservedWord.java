package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.Identifier;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds names that are words of SQL. */
final class ReservedWord implements Rule {
    private static final Set<String> WORDS = Set.of(
            "all",
            "analyse",
            "analyze",
            "and",
            "any",
            "array",
            "as",
            "asc",
            "authorization",
            "between",
            "binary",
            "both",
            "by",
            "case",
            "cast",
            "check",
            "collate",
            "column",
            "constraint",
            "create",
            "cross",
            "current_date",
            "current_role",
            "current_time",
            "current_timestamp",
            "current_user",
            "default",
            "deferrable",
            "delete",
            "desc",
            "describe",
            "distinct",
            "do",
            "drop",
            "else",
            "end",
            "except",
            "exists",
            "explain",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "full",
            "grant",
            "group",
            "having",
            "if",
            "ilike",
            "in",
            "index",
            "initially",
            "inner",
            "insert",
            "intersect",
            "into",
            "is",
            "join",
            "key",
            "keys",
            "lateral",
            "leading",
            "left",
            "like",
            "limit",
            "localtime",
            "localtimestamp",
            "lock",
            "match",
            "natural",
            "not",
            "null",
            "offset",
            "on",
            "only",
            "option",
            "or",
            "order",
            "outer",
            "over",
            "partition",
            "placing",
            "primary",
            "procedure",
            "range",
            "rank",
            "references",
            "rename",
            "returning",
            "revoke",
            "right",
            "row",
            "rows",
            "schema",
            "select",
            "session_user",
            "set",
            "show",
            "similar",
            "some",
            "table",
            "then",
            "to",
            "trailing",
            "trigger",
            "true",
            "union",
            "unique",
            "update",
            "user",
            "using",
            "values",
            "variadic",
            "verbose",
            "when",
            "where",
            "window",
            "with");
    private static final RuleInfo INFO = RuleInfo.info("reserved-word", Category.STYLE, "The name is a word of SQL");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return DefinedNames.of(statement)
                .map(Identifier::name)
                .filter(name -> WORDS.contains(name.toLowerCase(Locale.ROOT)))
                .distinct()
                .map(name -> Found.at(statement, name + " must be quoted in queries on one database or another")
                        .because("it is reserved, or read as something else where it stands alone"));
    }
}
