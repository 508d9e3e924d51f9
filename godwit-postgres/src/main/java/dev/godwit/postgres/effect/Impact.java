package dev.godwit.postgres.effect;

import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.Loss;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Gathers what one statement does. Of two locks or two kinds of work on one table the stronger stays. Not thread-safe. */
final class Impact {
    private final Map<QualifiedName, PostgresLock> locks = new LinkedHashMap<>();
    private final Map<QualifiedName, Work> work = new LinkedHashMap<>();
    private final Map<QualifiedName, QualifiedName> tablesOfIndexes = new LinkedHashMap<>();
    private final Set<QualifiedName> dead = new LinkedHashSet<>();
    private final Set<Loss> losses = new LinkedHashSet<>();
    private final Set<Breakage> breaks = new LinkedHashSet<>();
    private Transactionality transactionality = Transactionality.TRANSACTIONAL;
    private @Nullable String refusal;
    private @Nullable String unknown;

    void lock(QualifiedName relation, PostgresLock lock) {
        locks.merge(relation, lock, PostgresLock::stronger);
    }

    void lock(Iterable<QualifiedName> relations, PostgresLock lock) {
        relations.forEach(relation -> lock(relation, lock));
    }

    /** Locks an index of a table. It counts only where it is stronger than what is held on the table. */
    void lockIndex(QualifiedName index, QualifiedName table, PostgresLock lock) {
        tablesOfIndexes.put(index, table);
        lock(index, lock);
    }

    void work(QualifiedName table, Work more) {
        work.merge(table, more, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    void work(Iterable<QualifiedName> tables, Work more) {
        tables.forEach(table -> work(table, more));
    }

    void lose(Loss.Kind kind, QualifiedName object, String part) {
        losses.add(new Loss(kind, object, part));
    }

    void breaks(Breakage.Kind kind, QualifiedName object, String part) {
        breaks.add(new Breakage(kind, object, part));
    }

    /** The server refuses the statement; the first reason counts. */
    void refuse(String why) {
        if (refusal == null) {
            refusal = why;
        }
    }

    void refuseIf(boolean refused, String why) {
        if (refused) {
            refuse(why);
        }
    }

    boolean isRefused() {
        return refusal != null;
    }

    void outsideTransactions() {
        transactionality = Transactionality.OUTSIDE_ONLY;
    }

    /** Locks an index that nobody can use any more, so that the lock stops none. */
    void lockDeadIndex(QualifiedName index, PostgresLock lock) {
        dead.add(index);
        lock(index, lock);
    }

    /** Takes over what a statement within this one does. */
    void join(Effects inner) {
        inner.locks()
                .forEach(lock -> lock(
                        lock.table(), PostgresLock.valueOf(lock.serverName().replace(' ', '_'))));
        inner.work().forEach(done -> work(done.table(), done.work()));
        losses.addAll(inner.losses());
        breaks.addAll(inner.breaks());
        inner.unknown().ifPresent(this::cannotTell);
    }

    /** It may do anything; {@code why} completes "cannot tell what this does: …". */
    void cannotTell(String why) {
        if (unknown == null) {
            unknown = why;
        }
    }

    /** Returns what was gathered, without what happens to things on which nothing can hurt. */
    Effects effects(Predicate<QualifiedName> isNew) {
        List<TableLock> held = new ArrayList<>();
        locks.forEach((relation, lock) -> {
            if (!isNew.test(relation) && !isHidden(relation, lock)) {
                LockMode mode = dead.contains(relation) ? LockMode.BLOCKS_DDL : lock.mode();
                held.add(new TableLock(relation, mode, lock.sql()));
            }
        });
        List<TableWork> done = new ArrayList<>();
        work.forEach((table, kind) -> {
            if (!isNew.test(table) && kind != Work.METADATA) {
                done.add(new TableWork(table, kind, blocks(table), ""));
            }
        });
        return new Effects(
                transactionality,
                held,
                done,
                losses.stream().filter(loss -> !isNew.test(loss.object())).toList(),
                breaks.stream().filter(broken -> !isNew.test(broken.object())).toList(),
                Optional.ofNullable(refusal),
                Optional.ofNullable(unknown));
    }

    private boolean isHidden(QualifiedName relation, PostgresLock lock) {
        QualifiedName table = tablesOfIndexes.get(relation);
        return table != null && (locks.containsKey(table) && locks.get(table).compareTo(lock) >= 0);
    }

    // Planning a query opens every index of its tables, so that a lock on one stops readers as a lock on the table
    // does.
    private LockMode blocks(QualifiedName table) {
        LockMode strongest = locks.containsKey(table) ? locks.get(table).mode() : LockMode.BLOCKS_NOTHING;
        for (Map.Entry<QualifiedName, QualifiedName> index : tablesOfIndexes.entrySet()) {
            PostgresLock lock = locks.get(index.getKey());
            if (index.getValue().equals(table) && lock != null && lock.mode().compareTo(strongest) > 0) {
                strongest = lock.mode();
            }
        }
        return strongest;
    }
}
