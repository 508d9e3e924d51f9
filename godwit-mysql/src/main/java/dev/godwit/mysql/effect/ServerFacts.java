package dev.godwit.mysql.effect;

import dev.godwit.core.effect.ServerVersion;

/** Which server it is. */
record ServerFacts(ServerVersion version) {
    boolean isMysql() {
        return !version.product().equals("mariadb");
    }

    /** Tells whether the server is of that release or newer. */
    boolean atLeast(int major, int minor, int patch) {
        return version.atLeast(major, minor + 1)
                || (version.major() == major && version.minor() == minor && version.patch() >= patch);
    }

    /** Returns the collation of a character set where none is said; MariaDB's changed with 11.5. */
    String collation(String charset) {
        boolean unicode = charset.startsWith("utf8") || charset.startsWith("utf16") || charset.equals("ucs2");
        if (isMysql() && charset.equals("utf8mb4")) {
            return "utf8mb4_0900_ai_ci";
        }
        if (!isMysql() && unicode && version.atLeast(11, 5)) {
            return charset + "_uca1400_ai_ci";
        }
        return switch (charset) {
            case "latin1" -> "latin1_swedish_ci";
            case "binary", "" -> charset;
            case "sjis", "cp932", "ujis", "eucjpms" -> charset + "_japanese_ci";
            case "gbk", "gb2312", "gb18030", "big5" -> charset + "_chinese_ci";
            default -> charset + "_general_ci";
        };
    }
}
