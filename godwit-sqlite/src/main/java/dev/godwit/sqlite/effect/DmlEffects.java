package dev.godwit.sqlite.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import java.util.Set;

/** What statements on rows do. */
final class DmlEffects {
    private static final Set<String> READING = Set.of("SELECT", "VALUES", "EXPLAIN");

    private DmlEffects() {}

    static Effects of(Dml dml, Catalog catalog) {
        if (READING.contains(dml.verb())) {
            return Effects.none(Transactionality.TRANSACTIONAL);
        }
        Effects effects = SqliteEffects.writing();
        boolean all = !dml.clauses().contains(Dml.Clause.WHERE)
                && !dml.clauses().contains(Dml.Clause.LIMIT)
                && !dml.clauses().contains(Dml.Clause.FROM)
                && dml.target().isPresent();
        if (!all) {
            return effects;
        }
        QualifiedName table = catalog.resolve(dml.target().get());
        return switch (dml.verb()) {
            case "UPDATE" -> effects.working(Rows.rewrite(table));
            // The pages are given back one by one, unless a trigger wants to see the rows.
            case "DELETE" -> effects.working(Rows.scan(table)).losing(new Loss(Loss.Kind.ROWS, table, ""));
            default -> effects;
        };
    }
}
