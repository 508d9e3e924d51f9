package dev.godwit.sql.mysql;

import java.util.HashSet;
import java.util.Set;

/** Makes sets of keywords. */
final class WordSet {
    private WordSet() {}

    /** Returns the phrases that stand in {@code text} between commas. */
    static Set<String> of(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.split(",", -1)) {
            words.add(word.strip());
        }
        return words;
    }
}
