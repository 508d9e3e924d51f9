package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.Settings;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnAttribute.Default;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds defaults that are no dates. */
final class ZeroDate implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-zero-date-sql-mode",
                    Category.COMPATIBILITY,
                    "A default of zeros is refused wherever the SQL mode is the usual one")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    private static final Set<String> TYPES = Set.of("DATE", "DATETIME", "TIMESTAMP");
    private static final Pattern ZERO =
            Pattern.compile("0+|0{2,4}-0{1,2}-0{1,2}.*|\\d{4}-(0{1,2}-\\d{1,2}|\\d{1,2}-0{1,2})\\b.*");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AddColumn.class, ModifyColumn.class, ChangeColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        boolean mysql = statement.version().product().equals(MysqlRules.MYSQL);
        boolean refused = mysql ? Settings.refusesZeroDates(statement.before()) : isToldToRefuse(statement);
        // MariaDB's own mode takes them.
        if (!mysql && !refused) {
            return Stream.empty();
        }
        return WrittenColumn.in(statement)
                .filter(column -> isZero(column.definition()))
                .map(column -> found(statement, column, refused));
    }

    private static boolean isToldToRefuse(StatementContext statement) {
        return statement
                .before()
                .setting("sql_mode")
                .map(mode -> mode.toUpperCase(Locale.ROOT))
                .filter(mode ->
                        mode.contains("TRADITIONAL") || (mode.contains("NO_ZERO_DATE") && mode.contains("STRICT_")))
                .isPresent();
    }

    private static boolean isZero(ColumnDefinition column) {
        return TYPES.contains(WrittenColumn.word(column))
                && column.attribute(Default.class)
                        .map(Default::value)
                        .filter(ZeroDate::isZero)
                        .isPresent();
    }

    private static boolean isZero(Expression value) {
        if (value.tokens().size() != 1) {
            return false;
        }
        Lexeme token = value.tokens().getFirst();
        return (token.kind() == Lexeme.Kind.STRING || token.kind() == Lexeme.Kind.NUMBER)
                && ZERO.matcher(WrittenColumn.bare(token.text())).matches();
    }

    private static Found found(StatementContext statement, WrittenColumn column, boolean refused) {
        String name = column.table() + "." + column.definition().name();
        String happens = refused
                ? "the server refuses the default of " + name + " (error 1067)"
                : "it works in the SQL mode that was set here only: later each ALTER TABLE of " + column.table()
                        + " fails (error 1067)";
        return Found.at(statement, happens)
                .marking(column.definition().span())
                .about(column.table())
                .because("NO_ZERO_DATE and NO_ZERO_IN_DATE are part of the usual SQL mode; drivers, too, fail on such"
                        + " dates or read them as NULL")
                .instead(List.of("-- let " + column.definition().name()
                        + " be NULL where there is no date, or give it DEFAULT CURRENT_TIMESTAMP"));
    }
}
