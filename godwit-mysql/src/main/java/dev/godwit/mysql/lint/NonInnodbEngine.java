package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction.SetOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables of engines without transactions. */
final class NonInnodbEngine implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-non-innodb-engine",
                    Category.REPLICATION,
                    "The engine has no transactions and locks the whole table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, SetOption.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create ->
                create.persistence() == Persistence.TEMPORARY
                        ? Stream.empty()
                        : found(statement, create.name(), create.options().stream());
            case AlterTable alter ->
                found(statement, alter.table(), alter.actions(SetOption.class).map(SetOption::option));
            case Statement other -> Stream.empty();
        };
    }

    private static Stream<Found> found(StatementContext statement, QualifiedName table, Stream<Option> options) {
        return options.filter(option ->
                        option.name().equals("ENGINE") || option.name().equals("TYPE"))
                .flatMap(option -> option.value().stream())
                .flatMap(value -> lack(value).stream()
                        .map(lack -> Found.at(statement, "on " + table + ", " + lack)
                                .about(table)
                                .because("of the engines that come with the server only InnoDB rolls back, locks single"
                                        + " rows and recovers by itself; replicas, backups and online schema changes"
                                        + " rely on it")
                                .instead(List.of(way(statement, table)))));
    }

    private static String way(StatementContext statement, QualifiedName table) {
        return statement.statement() instanceof CreateTable
                ? "-- ENGINE = InnoDB, or leave ENGINE out"
                : "ALTER TABLE " + statement.sql(table) + " ENGINE = InnoDB;";
    }

    // Engines that are not named here have transactions of their own, or hold no rows.
    private static Optional<String> lack(Expression engine) {
        return switch (WrittenColumn.bare(engine.text()).toUpperCase(Locale.ROOT)) {
            case "MYISAM", "ARIA", "MRG_MYISAM", "MERGE" ->
                Optional.of("each write locks out all others, a crash breaks the table or its indexes, and what fails"
                        + " half-way stays half done");
            case "MEMORY", "HEAP" -> Optional.of("each write locks out all others, and a restart loses all rows");
            case "CSV", "ARCHIVE" -> Optional.of("there are no keys to change rows by, and no transactions");
            case "BLACKHOLE" -> Optional.of("all rows are thrown away");
            case String other -> Optional.empty();
        };
    }
}
