package dev.godwit.sql.mysql;

import dev.godwit.sql.internal.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes names and literals. */
final class MysqlText {
    private MysqlText() {}

    static String quote(String name) {
        return '`' + SafeText.checked(name).replace("`", "``") + '`';
    }

    // Whether a backslash escapes depends on NO_BACKSLASH_ESCAPES, so a text with one is written in hexadecimal.
    static String literal(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\0') < 0) {
            return "'" + text.replace("'", "''") + "'";
        }
        return "_utf8mb4 X'" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)) + "'";
    }
}
