package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds the indexes of the column anew on the other one, those of keys too. */
final class IndexClones {
    private final Shadow shadow;
    private final ColumnTokens tokens;

    IndexClones(Shadow shadow) {
        this.shadow = shadow;
        this.tokens = new ColumnTokens(shadow.sql(), shadow.own(), shadow.fresh());
    }

    Stream<Part> parts() {
        return shadow.table().indexes().stream()
                .filter(index -> index.validity() == Index.Validity.VALID && index.uses(shadow.own()))
                .flatMap(index -> index.name().stream().map(name -> part(index, name)));
    }

    private Part part(Index index, Identifier name) {
        Optional<TableConstraint> key = shadow.table().constraint(name);
        if (key.isEmpty()) {
            return Part.made(List.of(build(copy(index), shadow.fresh(name), name)), renames(name), unrenames(name));
        }
        return switch (key.get().rule()) {
            case ConstraintRule.PrimaryKey primary -> primaryKey(index, name, key.get());
            case ConstraintRule other -> unique(index, name, key.get());
        };
    }

    private List<String> renames(Identifier name) {
        return List.of(
                shadow.sql("ALTER INDEX {} RENAME TO {}", shadow.beside(name), shadow.old(name)),
                shadow.sql("ALTER INDEX {} RENAME TO {}", shadow.beside(shadow.fresh(name)), name));
    }

    private List<String> unrenames(Identifier name) {
        return List.of(
                shadow.sql("ALTER INDEX {} RENAME TO {}", shadow.beside(name), shadow.fresh(name)),
                shadow.sql("ALTER INDEX {} RENAME TO {}", shadow.beside(shadow.old(name)), name));
    }

    private Part unique(Index index, Identifier name, TableConstraint key) {
        List<String> swap = new ArrayList<>();
        swap.add(shadow.sql("ALTER TABLE {} RENAME CONSTRAINT {} TO {}", shadow.name(), name, shadow.old(name)));
        swap.add(add("UNIQUE", name, shadow.fresh(name), key));
        swap.addAll(comment(name));
        return Part.made(
                List.of(build(copy(index), shadow.fresh(name), name)),
                swap,
                List.of(
                        shadow.sql("ALTER TABLE {} DROP CONSTRAINT {}", shadow.name(), name),
                        shadow.sql(
                                "ALTER TABLE {} RENAME CONSTRAINT {} TO {}", shadow.name(), shadow.old(name), name)));
    }

    // A table has one primary key: the old one goes, so an index of the old column waits to be it again.
    private Part primaryKey(Index index, Identifier name, TableConstraint key) {
        Identifier spare = HelperNames.of("spare", shadow.name(), name.name());
        String drop = shadow.sql("ALTER TABLE {} DROP CONSTRAINT {}", shadow.name(), name);
        List<String> swap = new ArrayList<>(List.of(drop, add("PRIMARY KEY", name, shadow.fresh(name), key)));
        List<String> unswap = new ArrayList<>(List.of(drop, add("PRIMARY KEY", name, spare, key)));
        swap.addAll(comment(name));
        unswap.addAll(comment(name));
        List<Step> steps = new ArrayList<>(List.of(build(copy(index), shadow.fresh(name), name)));
        if (shadow.visibility() == Shadow.Visibility.EXPAND) {
            steps.add(build(index, spare, name));
        }
        return Part.made(steps, swap, unswap);
    }

    private String add(String kind, Identifier name, Identifier index, TableConstraint key) {
        String deferral = key.checking().deferral() == Deferral.UNSAID
                ? ""
                : " " + key.checking().deferral().name().replace('_', ' ');
        return shadow.sql(
                "ALTER TABLE {} ADD CONSTRAINT {} {} USING INDEX {}{}",
                shadow.name(),
                name,
                new Raw(kind),
                index,
                new Raw(deferral.equals(" INITIALLY DEFERRED") ? " DEFERRABLE INITIALLY DEFERRED" : deferral));
    }

    private List<String> comment(Identifier constraint) {
        return Comments.on("CONSTRAINT", constraint, constraint, shadow.sql(), shadow.table());
    }

    private Index copy(Index index) {
        return new Index(
                index.name(),
                index.kind(),
                index.method(),
                tokens.elements(index.elements()),
                tokens.in(index.include()),
                tokens.in(index.where()),
                index.validity(),
                index.nulls(),
                index.options());
    }

    private Step build(Index index, Identifier name, Identifier like) {
        String text = shadow.sql()
                .print(
                        shadow.context().source(),
                        new CreateIndex(
                                shadow.context().statement().span(),
                                index.isUnique() ? "UNIQUE" : "INDEX",
                                Concurrency.CONCURRENTLY,
                                Guard.NONE,
                                Optional.of(Shadow.alone(name)),
                                Scope.WITH_CHILDREN,
                                shadow.name(),
                                index.method(),
                                index.elements(),
                                index.include(),
                                index.nulls(),
                                index.options(),
                                index.where()));
        return new Step.Online(
                "an index as " + like,
                text,
                WayBack.by(
                        shadow.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", shadow.name(), name),
                        shadow.sql("DROP INDEX CONCURRENTLY IF EXISTS {}", shadow.beside(name))));
    }

    /** Returns what an index of the table must be called again by name for, when all have their names. */
    static List<String> marks(Shadow shadow) {
        List<String> marks = new ArrayList<>();
        Table table = shadow.table();
        for (Index index : table.indexes()) {
            if (index.name().isEmpty() || !index.uses(shadow.own())) {
                continue;
            }
            Identifier name = index.name().get();
            if (table.replicaIdentity().endsWith(" " + name)) {
                marks.add(shadow.sql("ALTER TABLE {} REPLICA IDENTITY USING INDEX {}", shadow.name(), name));
            }
            if (name.name().equals(table.options().get("CLUSTER ON"))) {
                marks.add(shadow.sql("ALTER TABLE {} CLUSTER ON {}", shadow.name(), name));
            }
            marks.addAll(Comments.on("INDEX", name, shadow.beside(name), shadow.sql(), table));
        }
        return marks;
    }
}
