package dev.godwit.core.lint;

import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;
import java.util.Optional;

/** Says for people what a lock keeps others from, and for how long. */
public final class LockText {
    // Measured on 2 cores with a table of 2 M rows: a rewrite wrote some 300 k rows/s, an index some 1.5 M rows/s; a
    // scan is bound by the disk.
    private static final double ROWS_REWRITTEN_PER_SECOND = 300_000;
    private static final double ROWS_INDEXED_PER_SECOND = 1_000_000;
    private static final double BYTES_READ_PER_SECOND = 150e6;

    private static final String EVERYTHING = "the whole database";

    private LockText() {}

    /** Returns for example {@code ACCESS EXCLUSIVE on users (41 M rows, about 55 s): every read and write waits while all rows are read}. */
    public static String of(StatementContext context, Effects effects, QualifiedName table) {
        QualifiedName resolved = context.before().resolve(table);
        LockMode mode = effects.lockOn(resolved).map(TableLock::mode).orElse(LockMode.BLOCKS_DDL);
        // Where the work lets others go on, the lock is held for its begin and end only.
        Work work = effects.workOn(resolved)
                .filter(done -> done.blocks().compareTo(mode) >= 0)
                .map(TableWork::work)
                .orElse(Work.METADATA);
        return of(context, effects, table, work);
    }

    /** Returns the same for work that the caller knows better. */
    public static String of(StatementContext context, Effects effects, QualifiedName table, Work work) {
        Optional<TableLock> lock = effects.lockOn(context.before().resolve(table));
        Optional<TableLock> all = effects.lockOn(TableLock.EVERYTHING);
        Optional<TableLock> taken = lock.or(() -> all);
        String name = taken.map(TableLock::serverName).orElse("a lock");
        LockMode mode = taken.map(TableLock::mode).orElse(LockMode.BLOCKS_DDL);
        String on = lock.isEmpty() && all.isPresent() ? EVERYTHING + " for " + table : table.toString();
        return name + " on " + on + size(context, table, work) + ": " + waiting(mode) + during(work);
    }

    /** Returns what a lock is on. */
    public static String on(TableLock lock) {
        return lock.table().equals(TableLock.EVERYTHING)
                ? EVERYTHING
                : lock.table().toString();
    }

    /**
     * Returns for example {@code ALGORITHM=COPY, LOCK=SHARED on users (41 M rows, about 2 min): every write waits while all rows are written anew}, for a
     * product whose locks are stronger than what keeps others out while the work is done.
     */
    public static String of(StatementContext context, TableWork work) {
        String method = work.method().isEmpty() ? "" : work.method() + " ";
        return method + "on " + work.table() + size(context, work.table(), work.work()) + ": " + waiting(work.blocks())
                + during(work.work());
    }

    private static String size(StatementContext context, QualifiedName table, Work work) {
        return context.before()
                .table(table)
                .flatMap(Table::measures)
                .map(measures -> " (" + context.rows(table) + time(measures, work) + ")")
                .orElse("");
    }

    private static String time(Measures measures, Work work) {
        double seconds = switch (work) {
            case METADATA -> 0;
            case SCAN -> measures.bytes() / BYTES_READ_PER_SECOND;
            case INDEX_BUILD -> measures.rows() / ROWS_INDEXED_PER_SECOND;
            case REWRITE -> measures.rows() / ROWS_REWRITTEN_PER_SECOND;
        };
        if (seconds < 1) {
            return "";
        }
        return seconds < 120 ? ", about " + Math.round(seconds) + " s" : ", about " + Math.round(seconds / 60) + " min";
    }

    /** Returns who waits. */
    public static String waiting(LockMode mode) {
        return switch (mode) {
            case BLOCKS_NOTHING -> "nobody waits";
            case BLOCKS_DDL -> "other schema changes wait";
            case BLOCKS_WRITES -> "every write waits";
            case BLOCKS_READS_AND_WRITES -> "every read and write waits";
        };
    }

    private static String during(Work work) {
        return switch (work) {
            case METADATA -> "";
            case SCAN -> " while all rows are read";
            case INDEX_BUILD -> " while an index is built of all rows";
            case REWRITE -> " while all rows are written anew";
        };
    }
}
