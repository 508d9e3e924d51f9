package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.TableWork;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.TableIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What CREATE INDEX and DROP INDEX do: both are ways to write an ALTER TABLE. */
final class IndexEffects {
    private final ServerFacts server;
    private final Catalog catalog;

    IndexEffects(ServerFacts server, Catalog catalog) {
        this.server = server;
        this.catalog = catalog;
    }

    Effects of(Statement.CreateIndex create) {
        return new AlterEffects(server, catalog).of(alter(create));
    }

    /** Writes it as the ALTER TABLE that it stands for. */
    static AlterTable alter(Statement.CreateIndex create) {
        List<AlterAction> actions = new ArrayList<>();
        actions.add(create.isUnique() ? unique(create) : plain(create));
        actions.addAll(clauses(create.options()));
        return alter(create.span(), create.table(), actions);
    }

    private static AlterAction unique(Statement.CreateIndex create) {
        ConstraintRule.Key key = new ConstraintRule.Key(
                create.elements(),
                Optional.empty(),
                create.name().map(QualifiedName::last),
                create.method(),
                List.of(),
                create.nulls(),
                create.options());
        return new ConstraintAction.AddConstraint(
                new Constraint(
                        create.span(), Optional.empty(), new ConstraintRule.Unique(key), Constraint.Checking.PLAIN),
                create.guard());
    }

    private static AlterAction plain(Statement.CreateIndex create) {
        return new IndexAction.AddIndex(
                new TableIndex(
                        create.span(),
                        create.kind(),
                        create.name().map(QualifiedName::last),
                        create.method(),
                        create.elements(),
                        create.options()),
                create.guard());
    }

    private static List<AlterAction> clauses(List<Option> options) {
        List<AlterAction> clauses = new ArrayList<>();
        for (Option option : options) {
            String value = TableChanges.word(option.value());
            if (option.name().equals("ALGORITHM")) {
                clauses.add(new TableAction.Algorithm(value));
            }
            if (option.name().equals("LOCK")) {
                clauses.add(new TableAction.Lock(value));
            }
        }
        return clauses;
    }

    Effects of(Statement.DropIndex drop) {
        QualifiedName index = drop.names().getFirst();
        List<AlterAction> actions = new ArrayList<>();
        actions.add(new IndexAction.DropTableIndex(index.last(), drop.guard()));
        actions.addAll(clauses(drop.options()));
        List<Identifier> table = index.parts().subList(0, index.parts().size() - 1);
        if (table.isEmpty()) {
            return MysqlEffects.someTable();
        }
        Effects effects = new AlterEffects(server, catalog).of(alter(drop.span(), new QualifiedName(table), actions));
        return server.isMysql() ? effects : withoutClauses(effects);
    }

    // MariaDB's DROP INDEX takes none (error 1064).
    private static Effects withoutClauses(Effects effects) {
        List<TableWork> work = effects.work().stream()
                .map(done -> new TableWork(done.table(), done.work(), done.blocks(), ""))
                .toList();
        return new Effects(
                effects.transactionality(),
                effects.locks(),
                work,
                effects.losses(),
                effects.breaks(),
                effects.refusal(),
                effects.unknown());
    }

    private static AlterTable alter(SourceSpan span, QualifiedName table, List<AlterAction> actions) {
        return new AlterTable(span, "TABLE", Guard.NONE, AlterTable.Scope.WITH_CHILDREN, table, List.of(), actions);
    }
}
