package dev.godwit.core.plan;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * A statement that is to be carried out, and what is known when it begins.
 *
 * @param source the text that the statement's spans point into
 * @param before the schema as the steps so far leave it
 * @param effects what the statement does if it is run as written
 * @param later the statements of the file behind it
 * @param values what the file says about values besides its SQL
 */
public record PlanContext(
        SqlSource source,
        Statement statement,
        Catalog before,
        Effects effects,
        ServerVersion version,
        List<Statement> later,
        Directives values,
        SqlText sql) {
    public PlanContext {
        later = List.copyOf(later);
    }

    /** Returns its text, without a terminator. */
    public String text() {
        return sql.print(source, statement);
    }

    /** Returns the text of a part of it, as written. */
    public String text(SourceSpan part) {
        return source.text(part);
    }

    /** Returns its action, where it is an ALTER TABLE with just that kind of action. */
    public <A extends AlterAction> Optional<A> action(Class<A> kind) {
        return statement instanceof AlterTable alter && alter.actions().size() == 1
                ? alter.actions(kind).findFirst()
                : Optional.empty();
    }

    /** Returns the table of an ALTER TABLE. */
    public QualifiedName table() {
        return ((AlterTable) statement).table();
    }

    /** Returns what is known of a table. */
    public Optional<Table> known(QualifiedName table) {
        return before.table(table);
    }

    /** Returns what the server said of a table's size. */
    public Optional<Measures> measures(QualifiedName table) {
        return known(table).flatMap(Table::measures);
    }
}
