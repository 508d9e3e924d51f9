package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.plan.HelperNames;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change of a column's type by a second column that takes the first one's place.
 *
 * @param forward makes the new value of the old one, under the column's name; empty where an assignment does
 * @param down makes the old value of the new one, under the column's name; empty where an assignment does
 */
record Shadow(
        PlanContext context,
        Table table,
        Column column,
        ChangeType change,
        Visibility visibility,
        Optional<Expression> forward,
        Optional<Expression> down) {
    /** What the names of triggers begin with that keep two columns in step. */
    static final String TRIGGER = "zz_godwit_sync";

    /** When the new type is seen under the column's own name. */
    enum Visibility {
        /** At the end of EXPAND: the old application does not notice. */
        EXPAND,
        /** In CONTRACT: until then it has a name of its own. */
        CONTRACT
    }

    SqlText sql() {
        return context.sql();
    }

    Catalog catalog() {
        return context.before();
    }

    QualifiedName name() {
        return table.name();
    }

    /** Its name before and after. */
    Identifier own() {
        return column.name();
    }

    /** The name of the column of the new type while it has not yet taken the place. */
    Identifier fresh() {
        return HelperNames.of("new", name(), own().name());
    }

    /** The name of the column of the old type when its place is taken. */
    Identifier old() {
        return HelperNames.of("old", name(), own().name());
    }

    /** The name of what is made for a thing of that name on the column of the new type. */
    Identifier fresh(Identifier thing) {
        return HelperNames.of("new", name(), "+" + thing.name());
    }

    /** The name that the thing on the column of the old type gets. */
    Identifier old(Identifier thing) {
        return HelperNames.of("old", name(), "+" + thing.name());
    }

    /** The same thing by another name beside the table. */
    QualifiedName beside(Identifier thing) {
        return beside(name(), thing);
    }

    static QualifiedName beside(QualifiedName neighbour, Identifier thing) {
        return new QualifiedName(Stream.concat(
                        neighbour.parts().subList(0, neighbour.parts().size() - 1).stream(), Stream.of(thing))
                .toList());
    }

    static QualifiedName alone(Identifier thing) {
        return new QualifiedName(List.of(thing));
    }

    QualifiedName function() {
        return beside(HelperNames.of("sync", name(), own().name()));
    }

    /** Of several BEFORE triggers the one whose name sorts last fires last (manual, 37.1), and so sees what the others did. */
    Identifier trigger() {
        String digest = function().last().name();
        return new Identifier(TRIGGER + digest.substring(digest.lastIndexOf('_')));
    }

    String sql(String template, Object... names) {
        return sql().sql(template, names);
    }

    /** Writes names as a list. */
    String list(List<Identifier> names) {
        return String.join(", ", names.stream().map(sql()::name).toList());
    }

    boolean usesSettings() {
        return visibility == Visibility.CONTRACT || forward.isPresent() || down.isPresent();
    }
}
