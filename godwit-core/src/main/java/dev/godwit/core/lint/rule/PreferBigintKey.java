package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateSequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds keys that run out after two thousand million rows. */
final class PreferBigintKey implements Rule {
    private static final Set<String> NARROW = Set.of(
            "int",
            "integer",
            "int4",
            "serial",
            "serial4",
            "smallint",
            "int2",
            "smallserial",
            "serial2",
            "mediumint",
            "tinyint");
    private static final RuleInfo INFO = RuleInfo.warn("prefer-bigint-key", Category.STYLE, "A key of 32 bits runs out")
            .on("postgres", "mysql", "mariadb");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Stream.concat(columns(statement), sequence(statement));
    }

    private static Stream<Found> sequence(StatementContext statement) {
        return statement.statement() instanceof CreateSequence create
                ? create.options().stream()
                        .filter(option -> option.name().equals("AS"))
                        .filter(option -> option.value()
                                .filter(type -> type.names().anyMatch(NARROW::contains))
                                .isPresent())
                        .map(option -> Found.at(
                                        statement,
                                        create.name() + " ends at the largest number of its type, then nextval fails")
                                .about(create.name())
                                .because("a sequence is bigint unless another type is said")
                                .instead(List.of("CREATE SEQUENCE " + statement.sql(create.name()) + ";")))
                : Stream.empty();
    }

    private static Stream<Found> columns(StatementContext statement) {
        return Added.columns(statement)
                .filter(added -> added.column()
                        .type()
                        .filter(type -> NARROW.contains(type.base()))
                        .isPresent())
                .filter(added -> isKey(statement, added.column()))
                .map(added -> Found.at(
                                statement,
                                added.table() + "." + added.column().name()
                                        + " holds numbers up to 2,147,483,647 at most, then each INSERT fails")
                        .marking(added.column().span())
                        .about(added.table())
                        .because("rows that are deleted and inserts that are rolled back use numbers up, too; to widen"
                                + " the key later writes the whole table anew")
                        .instead(List.of("-- bigint, or bigint GENERATED ALWAYS AS IDENTITY")));
    }

    private static boolean isKey(StatementContext statement, ColumnDefinition column) {
        boolean counts =
                column.type().filter(type -> type.base().contains("serial")).isPresent()
                        || column.attribute(ColumnAttribute.Identity.class).isPresent()
                        || column.attribute(ColumnAttribute.AutoIncrement.class).isPresent();
        return counts
                || column.has(ConstraintRule.PrimaryKey.class)
                || column.has(ConstraintRule.ForeignKey.class)
                || Added.constraints(statement)
                        .anyMatch(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey key
                                && key.key().columns().contains(column.name()));
    }
}
