package dev.godwit.postgres.effect;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalInt;

/** Compares the constants in bounds and conditions: numbers, dates and times as ISO 8601 writes them, MINVALUE and MAXVALUE. */
final class Literals {
    private Literals() {}

    /** Tells whether {@code a} is less than {@code b} for certain. */
    static boolean isLess(String a, String b) {
        OptionalInt order = compare(a, b);
        return order.isPresent() && order.getAsInt() < 0;
    }

    /** Tells whether {@code a} is not greater than {@code b} for certain. */
    static boolean isAtMost(String a, String b) {
        OptionalInt order = compare(a, b);
        return order.isPresent() && order.getAsInt() <= 0;
    }

    private static OptionalInt compare(String a, String b) {
        if (a.equals(b)) {
            return OptionalInt.of(0);
        }
        if (isWord(a, "MINVALUE") || isWord(b, "MAXVALUE")) {
            return OptionalInt.of(-1);
        }
        if (isWord(a, "MAXVALUE") || isWord(b, "MINVALUE")) {
            return OptionalInt.of(1);
        }
        boolean texts = a.startsWith("'") && b.startsWith("'");
        boolean sameShape = a.replaceAll("\\d", "0").equals(b.replaceAll("\\d", "0"));
        if (texts && sameShape && a.chars().anyMatch(Character::isDigit)) {
            return OptionalInt.of(a.compareTo(b));
        }
        return numbers(a, b);
    }

    private static boolean isWord(String text, String word) {
        return text.toUpperCase(Locale.ROOT).equals(word);
    }

    private static OptionalInt numbers(String a, String b) {
        try {
            return OptionalInt.of(number(a).compareTo(number(b)));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replace("'", "").replace(" ", ""));
    }
}
