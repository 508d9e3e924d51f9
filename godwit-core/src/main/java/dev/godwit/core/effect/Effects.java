package dev.godwit.core.effect;

import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a statement does to a running system.
 *
 * @param transactionality how it stands to transactions
 * @param locks on tables that were there before it, weaker than any that could matter left out
 * @param work on tables that were there before it; a table that is not listed is only touched in the catalog
 * @param losses what cannot be had back from the database afterwards
 * @param breaks what a running application may rely on and no longer can
 * @param refusal why the server refuses it, where it does
 * @param unknown why it cannot be judged, where it cannot: then it may take any lock
 */
public record Effects(
        Transactionality transactionality,
        List<TableLock> locks,
        List<TableWork> work,
        List<Loss> losses,
        List<Breakage> breaks,
        Optional<String> refusal,
        Optional<String> unknown) {
    public Effects {
        locks = List.copyOf(locks);
        work = List.copyOf(work);
        losses = List.copyOf(losses);
        breaks = List.copyOf(breaks);
    }

    /** Nothing that anybody else could notice. */
    public static Effects none(Transactionality transactionality) {
        return new Effects(
                transactionality, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** What cannot be judged; {@code why} completes "cannot tell what this does: …". */
    public static Effects unknown(Transactionality transactionality, String why) {
        return new Effects(
                transactionality, List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.of(why));
    }

    /** Returns the same with a lock more; of two on one table the stronger stays. */
    public Effects locking(QualifiedName table, LockMode mode, String serverName) {
        List<TableLock> more = new ArrayList<>(locks);
        Optional<TableLock> held =
                locks.stream().filter(lock -> lock.table().equals(table)).findFirst();
        if (held.isPresent() && held.get().mode().compareTo(mode) >= 0) {
            return this;
        }
        held.ifPresent(more::remove);
        more.add(new TableLock(table, mode, serverName));
        return new Effects(transactionality, more, work, losses, breaks, refusal, unknown);
    }

    /** Returns the same with work more. */
    public Effects working(TableWork more) {
        return new Effects(transactionality, locks, join(work, more), losses, breaks, refusal, unknown);
    }

    /** Returns the same with a loss more. */
    public Effects losing(Loss more) {
        return new Effects(transactionality, locks, work, join(losses, more), breaks, refusal, unknown);
    }

    /** Returns the same with something more that it breaks. */
    public Effects breaking(Breakage more) {
        return new Effects(transactionality, locks, work, losses, join(breaks, more), refusal, unknown);
    }

    /** Returns the same, refused by the server. */
    public Effects refused(String why) {
        return new Effects(transactionality, locks, work, losses, breaks, refusal.or(() -> Optional.of(why)), unknown);
    }

    private static <T> List<T> join(List<T> list, T more) {
        return list.contains(more)
                ? list
                : Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    /** Returns the strongest lock on any table; the strongest of all where it cannot be judged. */
    public LockMode lock() {
        return unknown.isPresent()
                ? LockMode.BLOCKS_READS_AND_WRITES
                : locks.stream()
                        .map(TableLock::mode)
                        .max(Comparator.naturalOrder())
                        .orElse(LockMode.BLOCKS_NOTHING);
    }

    /** Returns the lock on one table. */
    public Optional<TableLock> lockOn(QualifiedName table) {
        return locks.stream().filter(lock -> lock.table().equals(table)).findFirst();
    }

    /** Returns the heaviest work on one table. */
    public Optional<TableWork> workOn(QualifiedName table) {
        return work.stream().filter(done -> done.table().equals(table)).max(Comparator.comparing(TableWork::work));
    }
}
