package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Publication;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.CannotPlanException;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.Rewrite;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.RenameColumn;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives columns another name without copying a row: until the old application is gone, a view that has both names stands for the table.
 *
 * <pre>
 * written   ALTER TABLE t RENAME COLUMN c TO d
 * expand    ALTER TABLE t RENAME COLUMN c TO d; ALTER TABLE t RENAME TO g;
 *           CREATE VIEW t AS SELECT *, d AS c FROM g                           lock: brief, one transaction
 * contract  DROP VIEW t; ALTER TABLE g RENAME TO t                             lock: brief, one transaction
 * </pre>
 *
 * INSERT, UPDATE, DELETE and ON CONFLICT go through the view by either name (seen on 14 to 18). Renames of one table that follow each other in
 * a file are made by one view.
 */
final class RenameColumnByView implements Recipe {
    @Override
    public Optional<Rewrite> rewrite(PlanContext context) {
        return context.action(RenameColumn.class)
                .filter(rename -> ((AlterTable) context.statement()).kind().equals("TABLE"))
                .flatMap(rename -> rewrite(context, rename));
    }

    private static Optional<Rewrite> rewrite(PlanContext context, RenameColumn rename) {
        QualifiedName table = Tables.full(context, context.table());
        QualifiedName base =
                Tables.beside(table, HelperNames.of("base", table, table.last().name()));
        if (context.before().view(table).isPresent() && context.known(base).isPresent()) {
            boolean done = Tables.column(context, base, rename.to()).isPresent()
                    && Tables.column(context, base, rename.column()).isEmpty();
            return done
                    ? Optional.of(new Rewrite("it is renamed with the one before", List.of(), List.of()))
                    : Optional.empty();
        }
        return context.effects().refusal().isPresent()
                ? Optional.empty()
                : context.known(table).map(known -> rewrite(context, known, base, renames(context, table, rename)));
    }

    /** The columns by their old names: this one, and those that the statements right behind it rename in the same table. */
    private static Map<Identifier, Identifier> renames(PlanContext context, QualifiedName table, RenameColumn first) {
        Map<Identifier, Identifier> renames = new LinkedHashMap<>();
        renames.put(first.column(), first.to());
        for (Statement later : context.later()) {
            Optional<RenameColumn> next = renaming(context, table, later)
                    .filter(rename -> !renames.containsKey(rename.column()) && !renames.containsValue(rename.column()));
            if (next.isEmpty()) {
                break;
            }
            renames.put(next.get().column(), next.get().to());
        }
        return renames;
    }

    private static Optional<RenameColumn> renaming(PlanContext context, QualifiedName table, Statement later) {
        return later instanceof AlterTable alter
                        && alter.actions().size() == 1
                        && Tables.full(context, alter.table()).equals(table)
                ? alter.actions(RenameColumn.class).findFirst()
                : Optional.empty();
    }

    private static Rewrite rewrite(
            PlanContext context, Table table, QualifiedName base, Map<Identifier, Identifier> renames) {
        refuse(context, table);
        SqlText sql = context.sql();
        QualifiedName name = table.name();
        List<String> statements = new ArrayList<>();
        List<String> back = new ArrayList<>();
        renames.forEach((from, to) -> {
            statements.add(sql.sql("ALTER TABLE {} RENAME COLUMN {} TO {}", name, from, to));
            back.addFirst(sql.sql("ALTER TABLE {} RENAME COLUMN {} TO {}", base, to, from));
        });
        statements.add(sql.sql("ALTER TABLE {} RENAME TO {}", name, base.last()));
        statements.addAll(new StandIn(context, name, base, renames).create());
        back.addFirst(sql.sql("DROP VIEW IF EXISTS {}", name));
        back.addLast(sql.sql("ALTER TABLE {} RENAME TO {}", base, name.last()));
        return new Rewrite(
                "the old application knows the column by its name: a view with both names stands for " + name
                        + " until that is gone, and no row is copied" + StandIn.LIMITS,
                List.of(
                        StandIn.check(context, name),
                        new Step.Change(
                                "let a view carry both names",
                                statements,
                                WayBack.by(sql.sql(
                                        "DO $godwit$ BEGIN IF to_regclass({}) IS NOT NULL THEN {}; END IF; END $godwit$",
                                        new Raw(sql.literal(sql.name(base))),
                                        new Raw(String.join("; ", back)))))),
                List.of(new Step.Change(
                        "let the table stand for itself again",
                        List.of(
                                sql.sql("DROP VIEW {}", name),
                                sql.sql("ALTER TABLE {} RENAME TO {}", base, name.last())),
                        new WayBack.None("the old name is gone"))));
    }

    private static void refuse(PlanContext context, Table table) {
        RenameTableByView.refuseHiddenRows(context, table);
        if (table.knowledge() == Table.Knowledge.PARTIAL || !table.kind().equals("TABLE")) {
            throw cannot(table, "nothing but its name is known, or it is no table of this database");
        }
        if (table.options().containsKey(Table.OF)) {
            throw cannot(table, "its columns are those of a type");
        }
        boolean published =
                context.before().publications().stream().anyMatch(publication -> has(context, publication, table));
        if (published) {
            throw cannot(table, "it is published, and its subscribers know it by its name");
        }
    }

    private static boolean has(PlanContext context, Publication publication, Table table) {
        return !publication.scope().isEmpty()
                || publication.tables().stream()
                        .anyMatch(member -> Tables.full(context, member.table()).equals(table.name()));
    }

    private static CannotPlanException cannot(Table table, String why) {
        return new CannotPlanException("cannot rename a column of " + table.name() + " while both applications work: "
                + why + ". Add a column under the new name, fill it, and drop the old one later");
    }
}
