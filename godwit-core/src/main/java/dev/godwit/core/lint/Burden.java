package dev.godwit.core.lint;

import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import java.util.Comparator;

/** Tells how much work is done while others wait. */
public final class Burden {
    private Burden() {}

    /** Returns the heaviest work on tables which were there before, while their writers wait. */
    public static Work of(StatementContext context, Effects effects) {
        return effects.work().stream()
                .filter(work -> work.blocks().compareTo(LockMode.BLOCKS_WRITES) >= 0)
                .filter(work -> !context.isNew(work.table()))
                .map(TableWork::work)
                .max(Comparator.naturalOrder())
                .orElse(Work.METADATA);
    }

    /** Tells whether reads and writes of a table that was there before have to wait. */
    public static boolean locksOut(StatementContext context, Effects effects, LockMode least) {
        return effects.locks().stream()
                .anyMatch(lock -> lock.mode().compareTo(least) >= 0 && !context.isNew(lock.table()));
    }
}
