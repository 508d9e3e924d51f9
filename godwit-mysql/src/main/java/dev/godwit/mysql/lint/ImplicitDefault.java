package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.Settings;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.AutoIncrement;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnAttribute.Default;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new NOT NULL columns for whose rows the server makes up a value. */
final class ImplicitDefault implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-implicit-default",
                    Category.COMPATIBILITY,
                    "The server makes up a value for the rows that are there")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    private static final Set<String> SPATIAL = Set.of(
            "GEOMETRY",
            "POINT",
            "LINESTRING",
            "POLYGON",
            "MULTIPOINT",
            "MULTILINESTRING",
            "MULTIPOLYGON",
            "GEOMETRYCOLLECTION",
            "GEOMCOLLECTION");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter) || statement.isNew(alter.table())) {
            return Stream.empty();
        }
        return alter.actions(AddColumn.class)
                .filter(add -> isNeeded(add.definition()))
                .map(add -> found(statement, alter, add));
    }

    private static boolean isNeeded(ColumnDefinition column) {
        return column.has(NotNull.class)
                && column.attribute(Default.class).isEmpty()
                && column.attribute(Generated.class).isEmpty()
                && column.attribute(AutoIncrement.class).isEmpty()
                && !WrittenColumn.word(column).equals("SERIAL")
                && column.attributes(ColumnAttribute.Setting.class)
                        .noneMatch(setting -> setting.option().name().startsWith("GENERATED")
                                || setting.option().name().startsWith("SERIAL"));
    }

    private static Found found(StatementContext statement, AlterTable alter, AddColumn add) {
        ColumnDefinition column = add.definition();
        List<ColumnAttribute> nullable = column.attributes().stream()
                .filter(attribute -> !(attribute instanceof Constrained constrained
                        && constrained.constraint().rule() instanceof NotNull))
                .toList();
        AddColumn instead = new AddColumn(
                new ColumnDefinition(column.span(), column.name(), column.type(), nullable),
                add.guard(),
                add.position());
        return Found.at(statement, happens(statement, alter, column))
                .marking(column.span())
                .weighing(alter.table())
                .because("a NOT NULL column without DEFAULT has the implicit default of its type, in strict mode too")
                .instead(List.of(
                        statement.sql(alter.with(List.of(instead))),
                        "-- fill the rows that are there in batches, then MODIFY it to NOT NULL;",
                        "-- or say the value: DEFAULT …"));
    }

    private static String happens(StatementContext statement, AlterTable alter, ColumnDefinition column) {
        if (refuses(statement, column)) {
            return "it fails as soon as " + alter.table() + " has a row: the value that the server makes up for "
                    + column.name() + ", " + value(column) + ", is one that it refuses itself";
        }
        return "all rows of " + alter.table() + " that are there get " + value(column) + " in " + column.name()
                + ", and nobody can tell them from rows that mean it";
    }

    // Seen on MySQL 8.0 (errors 1292 and 1138) and MariaDB 11.4, which takes both.
    private static boolean refuses(StatementContext statement, ColumnDefinition column) {
        String word = WrittenColumn.word(column);
        boolean date = word.equals("DATE") || word.equals("DATETIME");
        return statement.version().product().equals(MysqlRules.MYSQL)
                && (SPATIAL.contains(word) || (date && Settings.refusesZeroDates(statement.before())));
    }

    private static String value(ColumnDefinition column) {
        return switch (WrittenColumn.word(column)) {
            case "TINYINT",
                    "SMALLINT",
                    "MEDIUMINT",
                    "INT",
                    "INTEGER",
                    "BIGINT",
                    "BOOL",
                    "BOOLEAN",
                    "DECIMAL",
                    "NUMERIC",
                    "DEC",
                    "FIXED",
                    "FLOAT",
                    "DOUBLE",
                    "DOUBLE PRECISION",
                    "REAL",
                    "BIT" -> "0";
            case "DATE" -> "0000-00-00";
            case "DATETIME", "TIMESTAMP" -> "0000-00-00 00:00:00";
            case "TIME" -> "00:00:00";
            case "YEAR" -> "0000";
            case "ENUM" ->
                column.type().map(TypeName::arguments).map(List::getFirst).orElse("") + ", the first member,";
            case "JSON" -> "no document";
            case String word when SPATIAL.contains(word) -> "no shape";
            case String other -> "''";
        };
    }
}
