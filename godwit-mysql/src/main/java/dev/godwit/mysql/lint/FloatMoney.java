package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds amounts of money in types that cannot hold cents. */
final class FloatMoney implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "mysql-float-money", Category.STYLE, "Money in FLOAT or DOUBLE is off by fractions of a cent")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    private static final Set<String> FLOATS = Set.of("FLOAT", "DOUBLE", "REAL", "DOUBLE PRECISION", "FLOAT4", "FLOAT8");
    private static final Pattern MONEY = Pattern.compile(
            "(^|_)(price|prices|amount|cost|costs|total|subtotal|balance|fee|fees|salary|wage|tax|vat|discount|payment"
                    + "|revenue|budget|money|refund|credit|debit)(_|$)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return WrittenColumn.in(statement)
                .filter(column -> FLOATS.contains(WrittenColumn.word(column.definition())))
                .filter(column ->
                        MONEY.matcher(column.definition().name().name()).find())
                .map(column -> Found.at(
                                statement,
                                "sums over " + column.table() + "."
                                        + column.definition().name()
                                        + " drift, and = misses values that are shown as equal")
                        .marking(column.definition().span())
                        .about(column.table())
                        .because("binary fractions have no 0.10; DECIMAL holds it exactly")
                        .instead(List.of("-- " + column.definition().name() + " decimal(12,2)")));
    }
}
