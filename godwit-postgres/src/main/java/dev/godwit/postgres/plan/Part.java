package dev.godwit.postgres.plan;

import dev.godwit.core.plan.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that hangs on the column, as it is made for the new column and changes places.
 *
 * @param before what is made while the old column still has its name
 * @param moving further steps before the swap, after which the old column is no longer what others look at
 * @param swap what is done when the columns have changed names
 * @param unswap undoes that, before they change names back; as statements of PL/pgSQL
 * @param last done at the end of both, when all names are as they should be
 */
record Part(List<Step> before, List<Step> moving, List<String> swap, List<String> unswap, List<String> last) {
    Part {
        before = List.copyOf(before);
        moving = List.copyOf(moving);
        swap = List.copyOf(swap);
        unswap = List.copyOf(unswap);
        last = List.copyOf(last);
    }

    static Part swapping(List<String> swap, List<String> unswap) {
        return new Part(List.of(), List.of(), swap, unswap, List.of());
    }

    static Part made(List<Step> before, List<String> swap, List<String> unswap) {
        return new Part(before, List.of(), swap, unswap, List.of());
    }

    /** Two things: what comes last in the swap comes first on the way back. */
    Part and(Part next) {
        return new Part(
                joined(before, next.before),
                joined(moving, next.moving),
                joined(swap, next.swap),
                joined(next.unswap, unswap),
                joined(last, next.last));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
