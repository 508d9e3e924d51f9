package dev.godwit.mysql.effect;

import java.util.List;

/** Tells whether a type cannot hold every value of another. */
final class Narrowing {
    private static final List<String> INTEGERS = List.of("TINYINT", "SMALLINT", "MEDIUMINT", "INT", "BIGINT");
    private static final List<Integer> DIGITS = List.of(3, 5, 8, 10, 20);
    private static final List<String> TEXTS = List.of("TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT");
    private static final List<Long> BYTES = List.of(255L, 65_535L, 16_777_215L, 4_294_967_295L);

    private Narrowing() {}

    static boolean loses(ColumnType before, ColumnType after) {
        if (INTEGERS.contains(before.name())) {
            return losesInteger(before, after);
        }
        if (before.isCharacter() && after.isCharacter()) {
            return bytes(after) < bytes(before) || losesCharacters(before.charset(), after.charset());
        }
        if (!before.name().equals(after.name())) {
            return losesOther(before, after);
        }
        return switch (before.name()) {
            case "DECIMAL" ->
                after.scale() < before.scale()
                        || after.length() - after.scale() < before.length() - before.scale()
                        || (after.unsigned() && !before.unsigned());
            case "ENUM", "SET" -> !after.members().containsAll(before.members());
            default -> after.length() < before.length();
        };
    }

    private static boolean losesInteger(ColumnType before, ColumnType after) {
        int digits = DIGITS.get(INTEGERS.indexOf(before.name()));
        if (INTEGERS.contains(after.name())) {
            int size = INTEGERS.indexOf(after.name()) - INTEGERS.indexOf(before.name());
            return size < 0
                    || (after.unsigned() && !before.unsigned())
                    || (size == 0 && before.unsigned() && !after.unsigned());
        }
        return switch (after.name()) {
            case "DECIMAL" -> after.length() - after.scale() < digits;
            case "CHAR", "VARCHAR" -> after.length() <= digits;
            case "TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT" -> false;
            case "DOUBLE" -> before.name().equals("BIGINT");
            default -> true;
        };
    }

    private static boolean losesOther(ColumnType before, ColumnType after) {
        return switch (before.name()) {
            case "FLOAT" -> !after.name().equals("DOUBLE") && !after.isCharacter();
            case "DATE" -> !after.name().equals("DATETIME") && !after.isCharacter();
            case "TIMESTAMP" ->
                !(after.name().equals("DATETIME") && after.length() >= before.length()) && !after.isCharacter();
            case "ENUM", "SET", "YEAR", "TIME", "DATETIME", "DECIMAL", "DOUBLE" -> !after.isCharacter();
            default -> true;
        };
    }

    private static boolean losesCharacters(Charset before, Charset after) {
        if (before.name().equals(after.name())
                || after.name().startsWith("utf8mb4")
                || after.name().equals("binary")) {
            return false;
        }
        return !(before.name().equals("ascii")
                || (before.name().equals("latin1") && after.name().startsWith("utf")));
    }

    private static long bytes(ColumnType type) {
        int text = TEXTS.indexOf(type.name());
        return text >= 0 ? BYTES.get(text) : type.length();
    }
}
