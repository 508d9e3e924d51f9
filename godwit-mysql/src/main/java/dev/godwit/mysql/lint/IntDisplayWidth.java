package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds display widths of integers. */
final class IntDisplayWidth implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "mysql-int-display-width", Category.STYLE, "The number behind an integer type limits nothing")
            .on(MysqlRules.MYSQL);
    private static final Set<String> INTEGERS =
            Set.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "INT1", "INT2", "INT4", "INT8");

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
                .flatMap(column -> column.definition().type().stream()
                        .filter(type -> INTEGERS.contains(WrittenColumn.word(column.definition())))
                        .filter(IntDisplayWidth::hasWidth)
                        .map(type -> Found.at(
                                        statement,
                                        type.base() + "(" + type.arguments().getFirst() + ") holds what " + type.base()
                                                + " holds: the number says how wide it is shown, and MySQL drops it from 8.0.19"
                                                + " on")
                                .marking(type.span())
                                .about(column.table())
                                .because(
                                        "display widths are deprecated since 8.0.17; what was meant as a limit is none")
                                .instead(List.of("-- " + type.base() + ", or the type that holds the largest value"))));
    }

    // tinyint(1) is what drivers take for a boolean, and ZEROFILL is shown by its width.
    private static boolean hasWidth(TypeName type) {
        boolean isBoolean =
                type.base().equalsIgnoreCase("tinyint") && type.arguments().equals(List.of("1"));
        return !type.arguments().isEmpty() && !isBoolean && !type.has("ZEROFILL");
    }
}
