package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the foreign keys of others refer to the new column: a second one beside each, looked at, which then takes its place. Their own
 * columns keep their types, since whole numbers of all widths can be compared.
 */
final class IncomingKeys {
    private final Shadow shadow;

    IncomingKeys(Shadow shadow) {
        this.shadow = shadow;
    }

    /** A foreign key that refers to the column. */
    record Incoming(Table from, TableConstraint constraint, Identifier name, ForeignKey key) {}

    Stream<Incoming> all() {
        return shadow.catalog()
                .referencing(shadow.name())
                .flatMap(from -> from.constraints().stream()
                        .flatMap(constraint -> constraint.name().stream()
                                .filter(name -> constraint.rule() instanceof ForeignKey key && refers(key))
                                .map(name -> new Incoming(from, constraint, name, (ForeignKey) constraint.rule()))));
    }

    private boolean refers(ForeignKey key) {
        return shadow.catalog().resolve(key.references().table()).equals(shadow.name())
                && targets(key).contains(shadow.own());
    }

    private List<Identifier> targets(ForeignKey key) {
        return key.references().columns().isEmpty()
                ? shadow.table()
                        .rules(PrimaryKey.class)
                        .findFirst()
                        .map(primary -> primary.key().columns())
                        .orElse(List.of())
                : key.references().columns();
    }

    Stream<Part> parts() {
        return all().map(this::part);
    }

    private Part part(Incoming incoming) {
        Identifier fresh = HelperNames.of(
                "new", incoming.from().name(), "+" + incoming.name().name());
        boolean proved = incoming.constraint().isProved();
        List<Step> before = new ArrayList<>();
        List<String> add = new ArrayList<>();
        add.add(add(incoming, fresh, shadow.fresh()));
        add.addAll(Comments.on("CONSTRAINT", incoming.name(), fresh, shadow.sql(), incoming.from()));
        before.add(new Step.Change(
                "hold new rows of " + incoming.from().name() + " to the new column",
                add,
                WayBack.by(alter(incoming, "DROP CONSTRAINT IF EXISTS {}", fresh))));
        if (proved) {
            before.add(new Step.Change(
                    "look at the rows that are there",
                    List.of(alter(incoming, "VALIDATE CONSTRAINT {}", fresh)),
                    WayBack.by(alter(incoming, "VALIDATE CONSTRAINT {}", incoming.name()))));
        }
        Step move = new Step.Change(
                incoming.from().name() + " refers to the new column alone",
                List.of(
                        alter(incoming, "DROP CONSTRAINT {}", incoming.name()),
                        alter(incoming, "RENAME CONSTRAINT {} TO {}", fresh, incoming.name())),
                WayBack.by(Guarded.by(refersTo(incoming, shadow.fresh()), again(incoming, shadow.own()))));
        return new Part(before, List.of(move), List.of(), again(incoming, shadow.old()), List.of());
    }

    /** Refers to the old column again; rows are looked at afterwards. */
    private List<String> again(Incoming incoming, Identifier column) {
        List<String> again = new ArrayList<>();
        again.add(alter(incoming, "DROP CONSTRAINT {}", incoming.name()));
        again.add(add(incoming, incoming.name(), column));
        again.addAll(Comments.on("CONSTRAINT", incoming.name(), incoming.name(), shadow.sql(), incoming.from()));
        return again;
    }

    private String refersTo(Incoming incoming, Identifier column) {
        return "SELECT FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_attribute a"
                + " ON a.attrelid = k.confrelid AND a.attnum = ANY (k.confkey) WHERE k.conrelid = pg_catalog.to_regclass("
                + shadow.sql().literal(shadow.sql().name(incoming.from().name())) + ") AND k.conname = "
                + shadow.sql().literal(incoming.name().name()) + " AND a.attname = "
                + shadow.sql().literal(column.name());
    }

    private String add(Incoming incoming, Identifier name, Identifier column) {
        References old = incoming.key().references();
        References changed = new References(
                shadow.name(),
                new ColumnTokens(shadow.sql(), shadow.own(), column).in(targets(incoming.key())),
                old.period(),
                old.match(),
                old.onDelete(),
                old.onUpdate());
        return Alters.addNotValid(
                shadow.context(),
                incoming.from().name(),
                name,
                new ForeignKey(
                        incoming.key().columns(),
                        incoming.key().period(),
                        changed,
                        incoming.key().indexName()),
                incoming.constraint().checking());
    }

    private String alter(Incoming incoming, String action, Identifier... names) {
        Object[] all = new Object[names.length + 1];
        all[0] = incoming.from().name();
        System.arraycopy(names, 0, all, 1, names.length);
        return shadow.sql("ALTER TABLE {} " + action, all);
    }
}
