package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds types that a STRICT table does not take. */
final class StrictType implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-strict-type", Category.COMPATIBILITY, "A STRICT table takes six types only")
            .on(SqliteRules.PRODUCT);

    private static final int STRICT = 37;

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create
            when isStrict(create) && !statement.version().atLeast(3, STRICT) -> Stream.of(tooOld(statement, create));
            case CreateTable create
            when isStrict(create) ->
                create.columns()
                        .filter(column -> !StrictTypes.isAllowed(column))
                        .map(column -> found(statement, create.name(), column));
            case AlterTable alter ->
                alter.actions(AddColumn.class)
                        .filter(add -> StrictTypes.isAtFault(statement.before().table(alter.table()), add.definition()))
                        .map(add -> found(statement, alter.table(), add.definition()));
            case Statement other -> Stream.empty();
        };
    }

    private static boolean isStrict(CreateTable create) {
        return create.options().stream().anyMatch(option -> option.name().equals(StrictTypes.OPTION));
    }

    private static Found tooOld(StatementContext statement, CreateTable create) {
        return Found.at(statement, "SQLite " + statement.version() + " refuses it: unknown table option: STRICT")
                .about(create.name())
                .because("STRICT tables are there since 3.37, and an older library cannot open a file that has one")
                .instead(List.of("-- leave STRICT out, or use a newer library everywhere the file is opened"));
    }

    private static Found found(StatementContext statement, QualifiedName table, ColumnDefinition column) {
        String type = column.type()
                .map(said ->
                        "unknown datatype for " + table + "." + column.name().name() + ": \"" + said + "\"")
                .orElse("missing datatype for " + table + "." + column.name().name());
        return Found.at(statement, "SQLite " + statement.version() + " refuses it: " + type)
                .marking(column.span())
                .about(table)
                .because("the columns of a STRICT table are INT, INTEGER, REAL, TEXT, BLOB or ANY, without a length")
                .instead(List.of(
                        statement.sql(new QualifiedName(List.of(column.name()))) + " " + StrictTypes.nearest(column)));
    }
}
