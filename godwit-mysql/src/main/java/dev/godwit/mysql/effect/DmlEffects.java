package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Dml;
import java.util.Set;

/** What statements on rows do. */
final class DmlEffects {
    private static final Set<String> ROW_VERBS = Set.of(
            "INSERT",
            "REPLACE",
            "UPDATE",
            "DELETE",
            "SELECT",
            "WITH",
            "VALUES",
            "TABLE",
            "LOAD",
            "DO",
            "EXPLAIN",
            "DESCRIBE",
            "DESC",
            "SHOW",
            "HELP",
            "HANDLER",
            "ANALYZE");

    private DmlEffects() {}

    static Effects of(Dml dml, Catalog catalog) {
        if (!ROW_VERBS.contains(dml.verb())) {
            return MysqlEffects.unknown();
        }
        Effects effects = Effects.none(Transactionality.TRANSACTIONAL);
        boolean deletes = dml.verb().equals("DELETE");
        if (dml.target().isEmpty() || !isOnAll(dml)) {
            return effects;
        }
        QualifiedName table = catalog.resolve(dml.target().get());
        Effects working = effects.working(new TableWork(table, Work.REWRITE, LockMode.BLOCKS_WRITES, "row locks"));
        return deletes ? working.losing(new Loss(Loss.Kind.ROWS, table, "")) : working;
    }

    private static boolean isOnAll(Dml dml) {
        boolean changes = dml.verb().equals("UPDATE") || dml.verb().equals("DELETE");
        return changes
                && !dml.clauses().contains(Dml.Clause.WHERE)
                && !dml.clauses().contains(Dml.Clause.LIMIT)
                && !dml.clauses().contains(Dml.Clause.JOIN)
                && !dml.clauses().contains(Dml.Clause.FROM);
    }
}
