package dev.godwit.core.plan;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.Trigger;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds what a file makes and its plan does not. Statements of one file may hang on each other in ways that no single recipe sees: an index
 * on a column which another statement replaces, for one, goes with the old column.
 */
final class SameEnd {
    private SameEnd() {}

    /** Returns the first thing that would be missing, in words. */
    static Optional<String> missing(Catalog written, Catalog planned) {
        return written.tables().stream()
                .filter(table -> table.knowledge() == Table.Knowledge.WHOLE)
                .flatMap(table -> missing(table, planned))
                .findFirst();
    }

    private static Stream<String> missing(Table written, Catalog planned) {
        Optional<Table> known = planned.table(written.name());
        if (known.isEmpty()) {
            return Stream.of("table \"" + written.name() + "\"");
        }
        if (known.get().knowledge() != Table.Knowledge.WHOLE) {
            return Stream.of();
        }
        return Stream.of(
                        missing("column", written, known.get(), SameEnd::columns),
                        missing("index", written, known.get(), SameEnd::indexes),
                        missing("constraint", written, known.get(), SameEnd::constraints),
                        missing("trigger", written, known.get(), SameEnd::triggers))
                .flatMap(lost -> lost);
    }

    private static Stream<String> missing(
            String kind, Table written, Table planned, Function<Table, List<Identifier>> names) {
        return names.apply(written).stream()
                .filter(name -> !names.apply(planned).contains(name))
                .map(name -> kind + " \"" + name + "\" of \"" + written.name() + "\"");
    }

    private static List<Identifier> columns(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private static List<Identifier> indexes(Table table) {
        return table.indexes().stream()
                .map(Index::name)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Identifier> constraints(Table table) {
        // That a column is NOT NULL has a name of its own only since PostgreSQL 18.
        return table.constraints().stream()
                .filter(constraint -> !(constraint.rule() instanceof ConstraintRule.NotNull))
                .map(TableConstraint::name)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Identifier> triggers(Table table) {
        return table.triggers().stream().map(Trigger::name).toList();
    }
}
