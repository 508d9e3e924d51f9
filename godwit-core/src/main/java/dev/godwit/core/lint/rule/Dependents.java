package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.View;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what depends on columns and tables. */
final class Dependents {
    private Dependents() {}

    /** Returns the views, triggers, policies, generated columns and routines that mention the column of a table. */
    static List<String> of(Catalog catalog, QualifiedName table, Optional<Identifier> column) {
        QualifiedName wanted = catalog.resolve(table);
        Stream<String> views = catalog.views().stream()
                .filter(view -> view.reads().contains(wanted))
                .filter(view -> column.filter(name -> !mentions(view, name)).isEmpty())
                .map(view -> (view.kind().equals("VIEW") ? "view " : "materialized view ") + view.name());
        Stream<String> generated = catalog.table(table).stream()
                .flatMap(known -> known.columns().stream())
                .filter(other -> column.filter(name -> other.generated()
                                .filter(value -> value.value().mentions(name))
                                .isPresent())
                        .isPresent())
                .map(other -> "generated column " + other.name());
        Stream<String> triggers = catalog.table(table).stream()
                .flatMap(known -> known.triggers().stream())
                .filter(trigger -> column.filter(trigger.columns()::contains).isPresent())
                .map(trigger -> "trigger " + trigger.name());
        return Stream.of(views, generated, triggers).flatMap(names -> names).toList();
    }

    private static boolean mentions(View view, Identifier column) {
        return view.mentions().contains(column.name())
                || view.mentions().contains("*")
                || view.columns().contains(column);
    }
}
