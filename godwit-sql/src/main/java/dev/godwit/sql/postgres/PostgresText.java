package dev.godwit.sql.postgres;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;

/** Writes names as PostgreSQL reads them, with quotes only where they are needed. */
final class PostgresText {
    private PostgresText() {}

    /** Returns the name for where a table or column stands; one that is a keyword of any kind is quoted. */
    static String name(Identifier name) {
        return PostgresWords.plain(name.name()) && simple(name.name())
                ? name.name()
                : '"' + name.name().replace("\"", "\"\"") + '"';
    }

    static String name(QualifiedName name) {
        List<Identifier> parts = name.parts();
        StringBuilder text = new StringBuilder(name(parts.getFirst()));
        for (int i = 1; i < parts.size(); i++) {
            text.append('.').append(name(parts.get(i)));
        }
        return text.toString();
    }

    /** Returns the names in parentheses. */
    static String columns(List<Identifier> columns) {
        StringBuilder text = new StringBuilder("(");
        for (int i = 0; i < columns.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(name(columns.get(i)));
        }
        return text.append(')').toString();
    }

    private static boolean simple(String name) {
        if (name.isEmpty() || !letter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!letter(c) && !(c >= '0' && c <= '9') && c != '$') {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }
}
