package dev.godwit.postgres.lint;

import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Act;
import dev.godwit.core.lint.Actions;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new columns of a serial type. */
final class AddColumnSerial implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "add-column-serial", Category.REWRITE, "ADD COLUMN of a serial type rewrites the table")
            .on(PostgresRules.PRODUCT);

    private final Actions actions;

    AddColumnSerial(Actions actions) {
        this.actions = actions;
    }

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
        return actions.of(statement, AddColumn.class)
                .filter(add -> Columns.isSerial(add.action().definition()))
                .filter(add -> add.does(Work.REWRITE))
                .map(AddColumnSerial::found);
    }

    private static Found found(Act<AddColumn> add) {
        StatementContext context = add.context();
        Identifier column = add.action().definition().name();
        String sequence = context.sql(new QualifiedName(List.of(Sql.name(add.table(), column.name(), "seq"))));
        String next = "nextval('" + sequence.replace("'", "''") + "')";
        return add.found(add.lock())
                .because("a serial takes the next number of a sequence for each row, so each row is written anew")
                .instead(Stream.concat(
                                Stream.of(
                                        add.sql(bare(add.action())),
                                        "CREATE SEQUENCE " + sequence + ";",
                                        "ALTER TABLE " + context.sql(add.table()) + " ALTER COLUMN "
                                                + context.sql(new QualifiedName(List.of(column))) + " SET DEFAULT "
                                                + next
                                                + ";"),
                                SafeWays.backfill(context, add.table(), column, next).stream())
                        .toList());
    }

    private static AddColumn bare(AddColumn add) {
        AddColumn plain = Sql.without(add, attribute -> attribute instanceof Constrained);
        return Sql.typed(plain, Columns.integerOf(add.definition()));
    }
}
