package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds foreign keys between columns of different types. */
final class FkTypeMismatch implements Rule {
    // In SQLite values have types; columns only lean to one, the referring ones to that of the column referred to.
    private static final RuleInfo INFO = RuleInfo.error(
                    "fk-type-mismatch", Category.COMPATIBILITY, "A foreign key joins columns of different types")
            .on("postgres", "mysql", "mariadb");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, ColumnAction.AddColumn.class, ConstraintAction.AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return Added.foreignKeys(statement).flatMap(added -> mismatch(statement, added));
    }

    private static Stream<Found> mismatch(StatementContext statement, Added.Key added) {
        Optional<Table> own = statement.after().table(added.table());
        Optional<Table> parent =
                statement.after().table(added.key().references().table());
        List<Identifier> target = added.key().references().columns().isEmpty()
                ? parent.stream()
                        .flatMap(table -> table.rules(ConstraintRule.PrimaryKey.class))
                        .flatMap(key -> key.key().columns().stream())
                        .toList()
                : added.key().references().columns();
        return IntStream.range(0, Math.min(target.size(), added.key().columns().size()))
                .boxed()
                .flatMap(i -> compare(
                        statement,
                        added,
                        own.flatMap(table -> table.column(added.key().columns().get(i))),
                        parent.flatMap(table -> table.column(target.get(i))))
                        .stream());
    }

    private static Optional<Found> compare(
            StatementContext statement, Added.Key added, Optional<Column> from, Optional<Column> to) {
        Optional<String> one = from.flatMap(Column::type).map(TypeKinds::of);
        Optional<String> other = to.flatMap(Column::type).map(TypeKinds::of);
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return Optional.empty();
        }
        return Optional.of(Found.at(
                        statement,
                        added.table() + "." + from.orElseThrow().name() + " is " + one.get() + ", "
                                + added.key().references().table() + "."
                                + to.orElseThrow().name() + " is " + other.get())
                .marking(added.span())
                .about(added.table())
                .about(added.key().references().table())
                .because("the server refuses it, or converts at each look-up; a narrower column overflows before the"
                        + " one that it points to")
                .instead(List.of("-- give both columns the same type")));
    }
}
