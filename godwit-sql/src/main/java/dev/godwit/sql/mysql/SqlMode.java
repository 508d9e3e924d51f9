package dev.godwit.sql.mysql;

import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Lexer.Backslash;
import dev.godwit.sql.internal.Lexer.DoubleQuotes;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the assignments to sql_mode in a script, as far as they change how quotes are read. */
final class SqlMode {
    // The variable is assigned, not read: "sql_mode =" or ":=", whatever scope is said before it.
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(?<!@)(?:@@(?:\\w+\\.)?)?\\bsql_mode[`\"]?\\s*:?=(.*)", Pattern.DOTALL);
    private static final int LONGEST = 10_000;

    private final SqlSource source;
    private final Lexer lexer;
    private final Lexer inner;

    SqlMode(SqlSource source, Lexer lexer, Lexer inner) {
        this.source = source;
        this.lexer = lexer;
        this.inner = inner;
    }

    void follow(SessionSetting setting) {
        boolean other = setting.reach() == Reach.SERVER
                || setting.value().isEmpty()
                || setting.span().length() > LONGEST;
        if (other) {
            return;
        }
        Matcher assigned = ASSIGNED.matcher(source.text(setting.span()));
        if (assigned.find()) {
            read(assigned.group(1).toUpperCase(Locale.ROOT));
        }
    }

    private void read(String value) {
        lexer.backslash(value.contains("NO_BACKSLASH_ESCAPES") ? Backslash.PLAIN : Backslash.ESCAPES);
        boolean names = value.contains("ANSI")
                || value.contains("ORACLE")
                || value.contains("MSSQL")
                || value.contains("DB2")
                || value.contains("MAXDB")
                || value.contains("POSTGRESQL");
        lexer.doubleQuotes(names ? DoubleQuotes.NAME : DoubleQuotes.STRING);
        inner.readAs(lexer);
    }
}
