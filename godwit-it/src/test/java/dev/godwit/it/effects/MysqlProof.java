package dev.godwit.it.effects;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.engine.Engine;
import dev.godwit.it.effects.MysqlObservation.Rebuild;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares what the effect model says with what a server was seen to do. */
final class MysqlProof {
    // A duplicate, a NULL, a value that a check refuses: what stands in the rows, no schema can tell.
    private static final Set<Integer> ABOUT_ROWS = Set.of(1062, 1138, 1265, 1364, 3819, 4025);
    private static final int SYNTAX_ERROR = 1064;
    private static final QualifiedName TABLE = new QualifiedName(List.of(new Identifier("t")));

    private final MysqlProduct product;
    private final Engine engine;
    private final ServerVersion version;

    MysqlProof(MysqlProduct product, ServerVersion version) {
        this.product = product;
        this.version = version;
        this.engine = switch (product) {
            case MYSQL -> new MysqlEngine();
            case MARIADB -> new MariadbEngine();
        };
    }

    /** Returns what is known when the form runs. */
    private Catalog catalog(MysqlForm form, List<String> setup) {
        Catalog there = Folding.after(engine, Catalog.empty(engine.conventions()), setup)
                .nextMigration();
        return Folding.after(engine, there, form.settings());
    }

    Effects predict(MysqlForm form, List<String> setup) {
        return engine.effects().of(Folding.statement(engine, form.statement()), catalog(form, setup), version);
    }

    /** Returns how prediction and observation differ. */
    List<String> differences(MysqlForm form, List<String> setup, MysqlObservation seen) {
        Catalog before = catalog(form, setup);
        Effects effects = engine.effects().of(Folding.statement(engine, form.statement()), before, version);
        List<String> differences = new ArrayList<>();
        if (effects.unknown().isPresent()) {
            return seen.error() == SYNTAX_ERROR
                    ? List.of()
                    : List.of("unknown: " + effects.unknown().get() + ", seen error " + seen.error());
        }
        if (seen.error() != 0 || effects.refusal().isPresent()) {
            refusal(effects, seen).ifPresent(differences::add);
            return differences;
        }
        Optional<TableWork> work = effects.workOn(TABLE);
        String method = work.map(TableWork::method).orElse("");
        if (form.mayAssert() && !method.equals(clauses(seen))) {
            differences.add("clauses: predicted " + method + ", seen " + clauses(seen));
        }
        Work predicted = work.map(TableWork::work).orElse(Work.METADATA);
        Work done = done(form, seen, predicted);
        if (predicted != done) {
            differences.add("work: predicted " + predicted + ", seen " + done);
        }
        Map<String, LockMode> locks = new TreeMap<>();
        effects.locks().forEach(lock -> locks.put(lock.table().toString(), lock.mode()));
        Map<String, LockMode> held = held(before, seen);
        if (!locks.equals(held)) {
            differences.add("locks: predicted " + locks + ", seen " + held);
        }
        return differences;
    }

    private static Optional<String> refusal(Effects effects, MysqlObservation seen) {
        String said = effects.refusal().orElse("");
        boolean foretold = seen.error() != 0 && said.contains(String.valueOf(seen.error()));
        boolean rows = said.isEmpty() && ABOUT_ROWS.contains(seen.error());
        return foretold || rows
                ? Optional.empty()
                : Optional.of("refusal: predicted \"" + said + "\", seen error " + seen.error());
    }

    private static String clauses(MysqlObservation seen) {
        if (seen.algorithm().isEmpty()) {
            return "";
        }
        return "ALGORITHM=" + seen.algorithm() + (seen.lock().equals("DEFAULT") ? "" : ", LOCK=" + seen.lock());
    }

    // MySQL does not show the indexes of partitions, and reading leaves no trace that could be told from other reading.
    private Work done(MysqlForm form, MysqlObservation seen, Work predicted) {
        if (seen.rebuild() != Rebuild.NONE) {
            return Work.REWRITE;
        }
        boolean unseen = product == MysqlProduct.MYSQL && form.table().isPartitioned();
        if (predicted == Work.SCAN || (predicted == Work.INDEX_BUILD && unseen)) {
            return predicted;
        }
        return seen.built().isEmpty() ? Work.METADATA : Work.INDEX_BUILD;
    }

    private static Map<String, LockMode> held(Catalog before, MysqlObservation seen) {
        Map<String, LockMode> held = new TreeMap<>();
        seen.locks().forEach((table, type) -> {
            LockMode mode = mode(type);
            boolean isThere = before.table(new QualifiedName(List.of(new Identifier(table))))
                    .isPresent();
            if (isThere && mode != LockMode.BLOCKS_NOTHING) {
                held.put(table, mode);
            }
        });
        return held;
    }

    private static LockMode mode(String type) {
        return switch (type) {
            case "EXCLUSIVE", "SHARED_NO_READ_WRITE" -> LockMode.BLOCKS_READS_AND_WRITES;
            case "SHARED_NO_WRITE", "SHARED_READ_ONLY" -> LockMode.BLOCKS_WRITES;
            case "SHARED_UPGRADABLE" -> LockMode.BLOCKS_DDL;
            default -> LockMode.BLOCKS_NOTHING;
        };
    }
}
