package dev.godwit.mysql.effect;

import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;

/** The way in which a server changes a table: the clauses that it accepts at best, and what it does to the rows. */
record Way(Algorithm algorithm, DdlLock lock, Work work) {
    /** Returns the same where nobody else may write. */
    Way shared() {
        return new Way(algorithm, lock.compareTo(DdlLock.SHARED) < 0 ? DdlLock.SHARED : lock, work);
    }

    TableWork on(QualifiedName table) {
        return new TableWork(table, work, lock.blocks(), clauses());
    }

    private String clauses() {
        return lock == DdlLock.DEFAULT ? "ALGORITHM=" + algorithm : "ALGORITHM=" + algorithm + ", LOCK=" + lock;
    }
}
