package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.ROW_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.ROW_SHARE;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.Work;
import dev.godwit.postgres.effect.Schema.Reference;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Truncate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Judges what changes rows. Its locks stop nobody but DDL; its work counts, since rows stay locked while it lasts. */
final class RowEffects {
    private RowEffects() {}

    static void judge(Scene scene, Dml dml) {
        switch (dml.verb()) {
            case "INSERT" -> dml.target().ifPresent(target -> insert(scene, target));
            case "UPDATE" -> dml.target().ifPresent(target -> update(scene, dml, target));
            case "DELETE" -> dml.target().ifPresent(target -> delete(scene, dml, target));
            case "MERGE" ->
                dml.target().ifPresent(target -> {
                    scene.needs(15, "MERGE");
                    insert(scene, target);
                    scan(scene, target);
                });
            case "CALL" -> scene.impact().cannotTell("a procedure may do anything");
            default -> {}
        }
        reads(scene, dml);
    }

    private static void reads(Scene scene, Dml dml) {
        List<QualifiedName> read = QueryTables.behind(dml.reads(), scene.schema());
        scene.impact().work(scene.schema().withRows(read), Work.SCAN);
        if (dml.clauses().contains(Dml.Clause.ROW_LOCK)) {
            scene.impact().lock(read, ROW_SHARE);
        }
    }

    static void copy(Scene scene, CopyFromStdin copy) {
        insert(scene, copy.table());
    }

    private static void insert(Scene scene, QualifiedName target) {
        if (scene.stopsAtMissing(target, Guard.NONE)) {
            return;
        }
        Schema schema = scene.schema();
        List<QualifiedName> tables =
                schema.isPartitioned(target) ? schema.family(target) : List.of(schema.name(target));
        scene.impact().lock(tables, ROW_EXCLUSIVE);
        schema.outgoing(target).forEach(reference -> lockReferred(scene, reference));
    }

    // Each new reference is looked up with SELECT … FOR KEY SHARE.
    private static void lockReferred(Scene scene, Reference reference) {
        scene.impact().lock(scene.schema().family(scene.schema().target(reference)), ROW_SHARE);
    }

    private static void update(Scene scene, Dml dml, QualifiedName target) {
        if (scene.stopsAtMissing(target, Guard.NONE)) {
            return;
        }
        Schema schema = scene.schema();
        scene.impact().lock(schema.family(target), ROW_EXCLUSIVE);
        schema.outgoing(target)
                .filter(reference -> reference.key().columns().stream().anyMatch(dml.columns()::contains))
                .forEach(reference -> lockReferred(scene, reference));
        schema.incoming(target)
                .filter(reference ->
                        schema.targetColumns(reference.key()).stream().anyMatch(dml.columns()::contains))
                .forEach(reference -> {
                    scene.impact().lock(schema.family(reference.from().name()), ROW_SHARE);
                    lookUp(scene, reference);
                });
        if (!byKey(schema, dml, target)) {
            scan(scene, target);
        }
    }

    // For each row that goes, those who refer to it are looked for: without an index by reading all of them.
    private static void lookUp(Scene scene, Reference reference) {
        List<Identifier> columns = reference.key().columns();
        for (QualifiedName from :
                scene.schema().withRows(scene.schema().family(reference.from().name()))) {
            boolean indexed = scene.schema().table(from).stream()
                    .flatMap(table -> table.indexes().stream())
                    .filter(index ->
                            index.where().isEmpty() && !index.elements().isEmpty())
                    .anyMatch(index -> index.elements()
                            .getFirst()
                            .column()
                            .filter(columns::contains)
                            .isPresent());
            if (!indexed) {
                scene.impact().work(from, Work.SCAN);
            }
        }
    }

    private static void delete(Scene scene, Dml dml, QualifiedName target) {
        if (scene.stopsAtMissing(target, Guard.NONE)) {
            return;
        }
        Schema schema = scene.schema();
        scene.impact().lock(schema.family(target), ROW_EXCLUSIVE);
        schema.incoming(target).forEach(reference -> {
            boolean follows = reference
                    .key()
                    .references()
                    .onDelete()
                    .filter(action -> action.startsWith("CASCADE") || action.startsWith("SET"))
                    .isPresent();
            scene.impact().lock(schema.family(reference.from().name()), follows ? ROW_EXCLUSIVE : ROW_SHARE);
            lookUp(scene, reference);
        });
        scene.impact().lose(Loss.Kind.ROWS, schema.name(target), "");
        if (!byKey(schema, dml, target)) {
            scan(scene, target);
        }
    }

    private static void scan(Scene scene, QualifiedName target) {
        scene.impact().work(scene.schema().withRows(scene.schema().family(target)), Work.SCAN);
    }

    /** Tells whether the condition names one value of a unique key, so that an index finds the rows. */
    private static boolean byKey(Schema schema, Dml dml, QualifiedName target) {
        return dml.where().isPresent()
                && schema.table(target).stream()
                        .flatMap(table -> table.indexes().stream())
                        .filter(index -> index.isUnique() && index.where().isEmpty())
                        .anyMatch(index -> names(dml.where().get(), index));
    }

    private static boolean names(Expression where, Index index) {
        List<List<Lexeme>> conjuncts = Logic.conjuncts(where.tokens());
        return index.elements().stream()
                .allMatch(element -> element.column()
                        .filter(column -> conjuncts.stream().anyMatch(part -> isEqual(part, column)))
                        .isPresent());
    }

    private static boolean isEqual(List<Lexeme> part, Identifier column) {
        return part.size() >= 3
                && part.getFirst().isName()
                && part.getFirst().text().equals(column.name())
                && (part.get(1).isSymbol("=") || part.get(1).is("IN"))
                && part.subList(2, part.size()).stream().noneMatch(Lexeme::isName);
    }

    static void truncate(Scene scene, Truncate truncate) {
        Schema schema = scene.schema();
        Set<QualifiedName> tables = new LinkedHashSet<>();
        for (QualifiedName name : truncate.tables()) {
            if (scene.stopsAtMissing(name, Guard.NONE)) {
                return;
            }
            scene.impact().refuseIf(schema.isView(name), "\"" + name + "\" is no table");
            tables.addAll(truncate.only().contains(name) ? List.of(schema.name(name)) : schema.family(name));
        }
        referring(scene, truncate, tables);
        boolean restart = truncate.options().contains("RESTART IDENTITY");
        for (QualifiedName table : tables) {
            scene.impact().lock(table, ACCESS_EXCLUSIVE);
            scene.impact().lose(Loss.Kind.ROWS, table, "");
            if (restart) {
                scene.impact().lock(schema.sequencesOf(table), ACCESS_EXCLUSIVE);
            }
        }
    }

    private static void referring(Scene scene, Truncate truncate, Set<QualifiedName> tables) {
        Schema schema = scene.schema();
        List<QualifiedName> open = new java.util.ArrayList<>(tables);
        while (!open.isEmpty()) {
            QualifiedName table = open.removeFirst();
            for (Reference reference : schema.incoming(table).toList()) {
                for (QualifiedName from : schema.family(reference.from().name())) {
                    if (tables.contains(from)) {
                        continue;
                    }
                    scene.impact()
                            .refuseIf(
                                    truncate.behavior() != Behavior.CASCADE,
                                    "\"" + from + "\" refers to \"" + table + "\", and CASCADE is not said");
                    tables.add(from);
                    open.add(from);
                }
            }
        }
    }
}
