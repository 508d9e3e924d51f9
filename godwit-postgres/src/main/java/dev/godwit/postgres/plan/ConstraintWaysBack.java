package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back what was done to constraints of a table. */
final class ConstraintWaysBack {
    private final PlanContext context;
    private final SqlText sql;
    private final QualifiedName table;

    ConstraintWaysBack(PlanContext context, QualifiedName table) {
        this.context = context;
        this.sql = context.sql();
        this.table = table;
    }

    WayBack of(ConstraintAction action) {
        return switch (action) {
            case AddConstraint add -> added(add.constraint());
            case ConstraintAction.DropConstraint drop ->
                drop.name()
                        .flatMap(this::known)
                        .map(this::again)
                        .orElseGet(() -> drop.guard() == Guard.IF_EXISTS && isWhole()
                                ? WayBack.nothing()
                                : Undo.none("what constraint "
                                        + drop.name().map(Identifier::name).orElse("") + " said is not known"));
            case ConstraintAction.ValidateConstraint validate ->
                known(validate.name())
                        .map(before -> before.isProved() ? WayBack.nothing() : again(before))
                        .orElseGet(() -> Undo.none("what constraint " + validate.name() + " said is not known"));
            case ConstraintAction.RenameConstraint rename ->
                Undo.tolerant(sql.sql("ALTER TABLE {} RENAME CONSTRAINT {} TO {}", table, rename.to(), rename.name()));
            case ConstraintAction.AlterConstraint alter ->
                Undo.none("how constraint " + alter.name() + " was checked is not known");
        };
    }

    private boolean isWhole() {
        return context.known(table)
                .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                .isPresent();
    }

    private Optional<TableConstraint> known(Identifier name) {
        return context.known(table).flatMap(before -> before.constraint(name));
    }

    private WayBack added(Constraint constraint) {
        Optional<Identifier> name = constraint.name().or(() -> newName(constraint));
        if (name.isEmpty()) {
            return Undo.none("the name of the constraint is not known");
        }
        String drop = sql.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", table, name.get());
        // Its index goes with it, though it was there before.
        return taken(constraint.rule())
                .flatMap(index -> context.known(table).flatMap(before -> before.index(index)))
                .map(index -> WayBack.by(drop, PostgresWaysBack.again(context, table, index)))
                .orElseGet(() -> WayBack.by(drop));
    }

    private Optional<Identifier> newName(Constraint added) {
        List<TableConstraint> had = context.known(table).map(Table::constraints).orElse(List.of());
        return context.before().after(Alters.of(table, new AddConstraint(added, Guard.NONE))).table(table).stream()
                .flatMap(after -> after.constraints().stream())
                .filter(constraint -> !had.contains(constraint))
                .flatMap(constraint -> constraint.name().stream())
                .findFirst();
    }

    private static Optional<Identifier> taken(ConstraintRule rule) {
        return key(rule).flatMap(ConstraintRule.Key::usingIndex);
    }

    private static Optional<ConstraintRule.Key> key(ConstraintRule rule) {
        return switch (rule) {
            case ConstraintRule.PrimaryKey primary -> Optional.of(primary.key());
            case ConstraintRule.Unique unique -> Optional.of(unique.key());
            case ConstraintRule.Check other -> Optional.empty();
            case ConstraintRule.NotNull other -> Optional.empty();
            case ConstraintRule.ForeignKey other -> Optional.empty();
            case ConstraintRule.Exclude other -> Optional.empty();
        };
    }

    /** Adds a constraint as it was, in the way that holds no lock for long. */
    private WayBack again(TableConstraint before) {
        Identifier name = before.name().orElseThrow();
        Optional<ConstraintRule.Key> key = key(before.rule());
        List<String> statements = new ArrayList<>();
        statements.add(sql.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", table, name));
        if (key.isPresent() && !Tables.isPartitioned(context, table)) {
            statements.add(PostgresWaysBack.again(context, table, index(name, key.get())));
            statements.add(sql.sql(
                    "ALTER TABLE {} ADD CONSTRAINT {} {} USING INDEX {}{}",
                    table,
                    name,
                    new Raw(before.rule() instanceof ConstraintRule.PrimaryKey ? "PRIMARY KEY" : "UNIQUE"),
                    name,
                    new Raw(deferral(before.checking().deferral()))));
            return new WayBack.Statements(statements);
        }
        boolean looked = before.checking().validity() == Validity.VALIDATED;
        boolean later =
                before.rule() instanceof ConstraintRule.Check || before.rule() instanceof ConstraintRule.ForeignKey;
        Constraint constraint = new Constraint(
                context.statement().span(),
                Optional.of(name),
                before.rule(),
                later ? Alters.notValid(before.checking()) : before.checking());
        statements.add(sql.print(context.source(), Alters.of(table, new AddConstraint(constraint, Guard.NONE))));
        if (later && looked && before.isProved()) {
            statements.add(sql.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", table, name));
        }
        return new WayBack.Statements(statements);
    }

    private static String deferral(Constraint.Deferral deferral) {
        return switch (deferral) {
            case UNSAID, NOT_DEFERRABLE -> "";
            case DEFERRABLE, INITIALLY_IMMEDIATE -> " DEFERRABLE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static Index index(Identifier name, ConstraintRule.Key key) {
        return new Index(
                Optional.of(name),
                "UNIQUE",
                Optional.empty(),
                key.elements(),
                key.include(),
                Optional.empty(),
                Index.Validity.VALID);
    }
}
