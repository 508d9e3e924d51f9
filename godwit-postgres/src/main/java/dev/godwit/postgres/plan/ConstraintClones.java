package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the new column to the checks and foreign keys of the old one. */
final class ConstraintClones {
    private final Shadow shadow;
    private final ColumnTokens tokens;

    ConstraintClones(Shadow shadow) {
        this.shadow = shadow;
        this.tokens = new ColumnTokens(shadow.sql(), shadow.own(), shadow.fresh());
    }

    Stream<Part> parts() {
        return shadow.table().constraints().stream()
                .flatMap(constraint -> constraint.name().stream()
                        .flatMap(name -> copy(constraint.rule()).stream().map(rule -> part(constraint, name, rule))));
    }

    /** Returns the names of the foreign keys of the column. */
    Stream<Identifier> foreignKeys() {
        return shadow.table().constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ForeignKey key
                        && key.columns().contains(shadow.own()))
                .flatMap(constraint -> constraint.name().stream());
    }

    private Optional<ConstraintRule> copy(ConstraintRule rule) {
        return switch (rule) {
            case Check check ->
                Optional.of(check)
                        .filter(own -> own.condition().mentions(shadow.own()))
                        .map(own -> new Check(tokens.in(own.condition())));
            case ForeignKey key ->
                Optional.of(key)
                        .filter(own -> own.columns().contains(shadow.own()))
                        .map(own -> new ForeignKey(
                                tokens.in(own.columns()), own.period(), own.references(), own.indexName()));
            case ConstraintRule.PrimaryKey other -> Optional.empty();
            case ConstraintRule.Unique other -> Optional.empty();
            case ConstraintRule.NotNull other -> Optional.empty();
            case ConstraintRule.Exclude other -> Optional.empty();
        };
    }

    private Part part(TableConstraint constraint, Identifier name, ConstraintRule rule) {
        Identifier fresh = shadow.fresh(name);
        List<String> add = new ArrayList<>();
        add.add(Alters.addNotValid(shadow.context(), shadow.name(), fresh, rule, constraint.checking()));
        add.addAll(Comments.on("CONSTRAINT", name, fresh, shadow.sql(), shadow.table()));
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Change(
                "hold new rows to what " + name + " says",
                add,
                WayBack.by(shadow.sql("ALTER TABLE IF EXISTS {} DROP CONSTRAINT IF EXISTS {}", shadow.name(), fresh))));
        if (constraint.isProved()) {
            steps.add(new Step.Change(
                    "look at the rows that are there",
                    List.of(shadow.sql("ALTER TABLE {} VALIDATE CONSTRAINT {}", shadow.name(), fresh)),
                    WayBack.nothing()));
        }
        return Part.made(steps, renames(shadow, name), unrenames(shadow, name));
    }

    /** Gives the name of a constraint to its copy. */
    static List<String> renames(Shadow shadow, Identifier name) {
        return List.of(rename(shadow, name, shadow.old(name)), rename(shadow, shadow.fresh(name), name));
    }

    /** Takes it back. */
    static List<String> unrenames(Shadow shadow, Identifier name) {
        return List.of(rename(shadow, name, shadow.fresh(name)), rename(shadow, shadow.old(name), name));
    }

    private static String rename(Shadow shadow, Identifier from, Identifier to) {
        return shadow.sql("ALTER TABLE {} RENAME CONSTRAINT {} TO {}", shadow.name(), from, to);
    }

    /** Returns the extended statistics over the column. */
    Stream<Part> statistics() {
        return shadow.table().options().entrySet().stream()
                .filter(option -> option.getKey().startsWith(dev.godwit.core.catalog.Table.STATISTICS))
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(option -> statistics(
                        option.getKey().substring(dev.godwit.core.catalog.Table.STATISTICS.length()),
                        option.getValue()))
                .flatMap(Optional::stream);
    }

    // The name stands there as SQL has it, with its schema.
    private Optional<Part> statistics(String name, String definition) {
        var over = shadow.sql().expression(definition);
        if (!over.mentions(shadow.own())) {
            return Optional.empty();
        }
        List<Identifier> parts =
                shadow.sql().expression(name).names().map(Identifier::new).toList();
        Identifier last = parts.getLast();
        var full = new dev.godwit.sql.QualifiedName(parts);
        var fresh = Shadow.beside(full, shadow.fresh(last));
        var old = Shadow.beside(full, shadow.old(last));
        Step make = new Step.Change(
                "extended statistics as " + last,
                List.of(shadow.sql(
                        "CREATE STATISTICS {} {} FROM {}",
                        fresh,
                        new Raw(tokens.in(over).text()),
                        shadow.name())),
                WayBack.by(shadow.sql("DROP STATISTICS IF EXISTS {}", fresh)));
        return Optional.of(Part.made(
                List.of(make),
                List.of(
                        shadow.sql("ALTER STATISTICS {} RENAME TO {}", full, old.last()),
                        shadow.sql("ALTER STATISTICS {} RENAME TO {}", fresh, last)),
                List.of(
                        shadow.sql("ALTER STATISTICS {} RENAME TO {}", full, fresh.last()),
                        shadow.sql("ALTER STATISTICS {} RENAME TO {}", old, last))));
    }
}
