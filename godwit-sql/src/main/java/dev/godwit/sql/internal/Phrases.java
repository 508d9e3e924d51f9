package dev.godwit.sql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of keyword phrases, of which the longest that stands at a cursor is read. */
public final class Phrases {
    private record Phrase(String text, String first, List<String> words) {}

    private final List<List<Phrase>> byLetter = new ArrayList<>(26);

    private Phrases(List<String> phrases) {
        for (int i = 0; i < 26; i++) {
            byLetter.add(new ArrayList<>(1));
        }
        for (String text : phrases) {
            insert(byLetter.get(text.charAt(0) - 'A'), phrase(text));
        }
    }

    // The longest comes first. Plain loops, since streams cost a noticeable part of a cold start.
    private static void insert(List<Phrase> phrases, Phrase phrase) {
        int place = 0;
        while (place < phrases.size()
                && phrases.get(place).text().length() >= phrase.text().length()) {
            place++;
        }
        phrases.add(place, phrase);
    }

    private static Phrase phrase(String text) {
        List<String> words = List.of(text.split(" ", -1));
        return new Phrase(text, words.getFirst(), words);
    }

    /** Makes a list of upper-case phrases whose words are parted by single spaces. */
    public static Phrases of(String... phrases) {
        return new Phrases(List.of(phrases));
    }

    /** Reads the longest phrase at {@code cursor}. */
    public Optional<String> take(Cursor cursor) {
        if (cursor.token() != Token.WORD) {
            return Optional.empty();
        }
        int letter = (cursor.first() | 0x20) - 'a';
        if (letter < 0 || letter >= 26) {
            return Optional.empty();
        }
        List<Phrase> phrases = byLetter.get(letter);
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            if (cursor.is(phrase.first()) && cursor.take(phrase.words())) {
                return Optional.of(phrase.text());
            }
        }
        return Optional.empty();
    }
}
