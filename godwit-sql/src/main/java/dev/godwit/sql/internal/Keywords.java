package dev.godwit.sql.internal;

import java.util.ArrayList;
import java.util.List;

/** Finds the constant of an enum that a word names, without making a string of the word. */
public final class Keywords<E extends Enum<E>> {
    private static final int LONGEST = 15;
    private static final int LETTERS = 26;

    private final List<List<E>> buckets = new ArrayList<>(LETTERS * (LONGEST + 1));
    private final E other;

    /** Makes a finder for {@code values}; {@code other} stands for every other word. */
    public Keywords(List<E> values, E other) {
        this.other = other;
        for (int i = 0; i < LETTERS * (LONGEST + 1); i++) {
            buckets.add(new ArrayList<>(0));
        }
        values.forEach(value ->
                bucket(value.name().charAt(0) - 'A', value.name().length()).add(value));
    }

    /** Returns what the current token is. */
    public E find(Lexer lexer) {
        int length = lexer.end() - lexer.start();
        int letter = (lexer.first() | 0x20) - 'a';
        if (length > LONGEST || letter < 0 || letter >= LETTERS) {
            return other;
        }
        List<E> bucket = bucket(letter, length);
        for (int i = 0; i < bucket.size(); i++) {
            if (lexer.is(bucket.get(i).name())) {
                return bucket.get(i);
            }
        }
        return other;
    }

    private List<E> bucket(int letter, int length) {
        return buckets.get(length * LETTERS + letter);
    }
}
