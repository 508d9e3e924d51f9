package dev.godwit.sqlite.effect;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;

/** Work on rows; SQLite has no names for the ways of doing it. */
final class Rows {
    private Rows() {}

    static TableWork scan(QualifiedName table) {
        return new TableWork(table, Work.SCAN, LockMode.BLOCKS_WRITES, "");
    }

    static TableWork index(QualifiedName table) {
        return new TableWork(table, Work.INDEX_BUILD, LockMode.BLOCKS_WRITES, "");
    }

    static TableWork rewrite(QualifiedName table) {
        return rewrite(table, LockMode.BLOCKS_WRITES);
    }

    static TableWork rewrite(QualifiedName table, LockMode blocks) {
        return new TableWork(table, Work.REWRITE, blocks, "");
    }
}
