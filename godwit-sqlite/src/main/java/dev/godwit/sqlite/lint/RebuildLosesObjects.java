package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.Trigger;
import dev.godwit.core.catalog.View;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAttribute.AutoIncrement;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds rebuilds that do not make again what hung on the old table. */
final class RebuildLosesObjects implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-rebuild-loses-objects",
                    Category.DATA_LOSS,
                    "A rebuilt table is without the indexes and triggers of the old one")
            .on(SqliteRules.PRODUCT);

    /** What is gone, and how to have it back. */
    private record Lost(List<String> names, List<String> way) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return file.isDown() ? Stream.empty() : Rebuild.of(file).stream().flatMap(one -> found(one).stream());
    }

    private static Optional<Found> found(Rebuild rebuild) {
        Optional<Table> old = before(rebuild);
        Optional<Table> made = rebuild.made();
        if (old.isEmpty() || made.isEmpty()) {
            return Optional.empty();
        }
        Lost lost = lost(rebuild, old.get(), made.get());
        if (lost.names().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Found.at(
                        rebuild.leaves(),
                        String.join(", ", lost.names()) + (lost.names().size() == 1 ? " goes" : " go")
                                + " with the old " + rebuild.table() + " and "
                                + (lost.names().size() == 1 ? "is" : "are")
                                + " not made again")
                .about(rebuild.table())
                .because("what stands on a table is dropped with it; the new table has only what the file makes on it")
                .instead(lost.way()));
    }

    // What the file itself drops on its way is judged too: it is dropped to be made again.
    private static Optional<Table> before(Rebuild rebuild) {
        return rebuild.leaves()
                        .file()
                        .statements()
                        .getFirst()
                        .before()
                        .table(rebuild.table())
                        .isPresent()
                ? rebuild.leaves()
                        .file()
                        .statements()
                        .getFirst()
                        .before()
                        .table(rebuild.table())
                        .filter(known -> known.knowledge() == Table.Knowledge.WHOLE)
                : rebuild.old();
    }

    private static Lost lost(Rebuild rebuild, Table old, Table made) {
        StatementContext at = rebuild.last();
        QualifiedName table = new QualifiedName(List.of(rebuild.table().last()));
        List<String> names = new ArrayList<>();
        List<String> way = new ArrayList<>();
        for (Index index : old.indexes()) {
            if (IndexSql.isOwn(old, index)
                    && fits(index, made)
                    && made.indexes().stream().noneMatch(other -> stands(index, other))) {
                names.add("index " + index.name().orElseThrow());
                IndexSql.of(old, index, table).map(at::sql).ifPresent(way::add);
            }
        }
        for (Trigger trigger : old.triggers()) {
            if (made.triggers().stream().noneMatch(other -> stands(trigger, other))) {
                names.add("trigger " + trigger.name());
                way.add(OldDefinitions.trigger(rebuild.leaves(), trigger.name())
                        .orElse("-- CREATE TRIGGER " + trigger.name() + " … as it was"));
            }
        }
        for (View view : lostViews(rebuild)) {
            names.add("view " + view.name());
            way.add(OldDefinitions.view(rebuild.leaves(), view.name())
                    .orElse("-- CREATE VIEW " + view.name() + " … as it was"));
        }
        if (counts(old) && !counts(made)) {
            names.add("AUTOINCREMENT");
            way.add("-- in the new table: INTEGER PRIMARY KEY AUTOINCREMENT, else numbers of deleted rows are given"
                    + " again");
        }
        return new Lost(names, way);
    }

    private static boolean fits(Index index, Table made) {
        return index.elements().stream()
                .flatMap(element -> element.column().stream())
                .allMatch(column -> made.column(column).isPresent());
    }

    // Under another name, or on more columns, it does the same work; that rows are unique only one on the same columns
    // sees to.
    private static boolean stands(Index index, Index other) {
        List<String> columns = columns(index);
        List<String> others = columns(other);
        boolean same = index.name().equals(other.name()) || columns.equals(others);
        return same
                ? !index.isUnique() || other.isUnique()
                : !index.isUnique()
                        && others.size() > columns.size()
                        && others.subList(0, columns.size()).equals(columns);
    }

    private static List<String> columns(Index index) {
        return index.elements().stream()
                .map(IndexElement::column)
                .map(column -> column.map(name -> name.name().toLowerCase(java.util.Locale.ROOT))
                        .orElse("?"))
                .toList();
    }

    private static boolean stands(Trigger trigger, Trigger other) {
        return other.name().name().equalsIgnoreCase(trigger.name().name())
                || (other.timing().equals(trigger.timing()) && other.events().equals(trigger.events()));
    }

    private static List<View> lostViews(Rebuild rebuild) {
        StatementContext first = rebuild.leaves().file().statements().getFirst();
        return first.before()
                .reading(rebuild.table())
                .filter(view -> rebuild.last().after().view(view.name()).isEmpty()
                        && rebuild.last().after().table(view.name()).isEmpty())
                .toList();
    }

    private static boolean counts(Table table) {
        return table.columns().stream()
                .anyMatch(column -> column.attribute(AutoIncrement.class).isPresent());
    }
}
