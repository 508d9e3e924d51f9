package dev.godwit.sql.sqlite;

import dev.godwit.sql.Expression;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Takes the parentheses off that stand around a whole expression, however many there are. */
final class Parentheses {
    private Parentheses() {}

    /** Returns what is within the outer parentheses of {@code value}, which was read from {@code cursor}; the cursor stays where it is. */
    static Expression without(Expression value, Cursor cursor) {
        if (!value.tokens().getFirst().isSymbol("(")) {
            return value;
        }
        int here = cursor.mark();
        cursor.seek(value.span().start());
        List<Integer> starts = new ArrayList<>();
        List<Integer> closing = new ArrayList<>();
        match(cursor, value.span().end(), starts, closing);
        int count = starts.size();
        int layers = 0;
        while (2 * layers + 2 < count && closing.get(layers) == count - 1 - layers) {
            layers++;
        }
        Expression inner = value;
        if (layers > 0) {
            cursor.seek(starts.get(layers));
            inner = cursor.runs().before(starts.get(count - layers));
        }
        cursor.seek(here);
        return inner;
    }

    /** Notes where each token begins, and for each opening parenthesis which token closes it. */
    private static void match(Cursor cursor, int end, List<Integer> starts, List<Integer> closing) {
        Deque<Integer> open = new ArrayDeque<>();
        while (!cursor.atEnd() && cursor.mark() < end) {
            int index = starts.size();
            starts.add(cursor.mark());
            closing.add(-1);
            if (cursor.isSymbol('(')) {
                open.push(index);
            } else if (cursor.isSymbol(')') && !open.isEmpty()) {
                closing.set(open.pop(), index);
            }
            cursor.advance();
        }
    }
}
