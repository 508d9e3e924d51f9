package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.Optional;
import java.util.Set;

/** Reads the options of tables, one at a time (MySQL 8.0 manual, 15.1.20; MariaDB manual, CREATE TABLE, "Table Options"). */
final class TableOptionReader {
    private static final Set<String> NUMBERS = WordSet.of("""
        AUTO_INCREMENT, AVG_ROW_LENGTH, CHECKSUM, TABLE_CHECKSUM, DELAY_KEY_WRITE, KEY_BLOCK_SIZE, MAX_ROWS, MIN_ROWS
        """);
    private static final Set<String> VALUED = WordSet.of("""
        ENGINE, INSERT_METHOD, PACK_KEYS, ROW_FORMAT, STATS_AUTO_RECALC, STATS_PERSISTENT, STATS_SAMPLE_PAGES
        """);
    private static final Set<String> TEXTS = Set.of("COMMENT", "CONNECTION", "PASSWORD");
    private static final Set<String> MYSQL_VALUED = Set.of("AUTOEXTEND_SIZE", "SECONDARY_ENGINE");
    private static final Set<String> MYSQL_TEXTS =
            Set.of("COMPRESSION", "ENCRYPTION", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE");
    private static final Set<String> MARIADB_VALUED = Set.of("PAGE_CHECKSUM", "TRANSACTIONAL", "SEQUENCE");

    private final Input in;
    private final Cursor cursor;
    private final TypeReader types;
    private final IndexPartReader parts;

    TableOptionReader(Input in, TypeReader types, IndexPartReader parts) {
        this.in = in;
        this.cursor = in.cursor();
        this.types = types;
        this.parts = parts;
    }

    /** Reads an option if one comes next. */
    Optional<Option> option() {
        String word = cursor.upper();
        if (NUMBERS.contains(word)) {
            return number(word);
        }
        if (VALUED.contains(word) || (in.mariadb() ? MARIADB_VALUED : MYSQL_VALUED).contains(word)) {
            return valued(word);
        }
        if (TEXTS.contains(word) || (!in.mariadb() && MYSQL_TEXTS.contains(word))) {
            return text(word);
        }
        return switch (word) {
            case "" -> named();
            case "DEFAULT", "CHARSET", "CHARACTER", "CHAR", "COLLATE" -> characters();
            case "DATA", "INDEX" -> directory(word);
            case "UNION" -> union();
            case "TABLESPACE" -> tablespace();
            case "STORAGE" -> storage();
            case "START" -> in.mariadb() ? Optional.empty() : transaction();
            case "WITH" -> versioning();
            default -> named();
        };
    }

    private void equal() {
        cursor.takeSymbol('=');
    }

    private Optional<Option> of(String name, Expression value) {
        return Optional.of(new Option(name, Optional.of(value)));
    }

    private Optional<Option> valued(String name) {
        cursor.advance();
        equal();
        return of(name, in.token("a value of " + name));
    }

    private Optional<Option> number(String name) {
        cursor.advance();
        equal();
        if (cursor.token() != Token.NUMBER) {
            throw in.expected("a number");
        }
        return of(name, in.token("a number"));
    }

    private Optional<Option> text(String name) {
        cursor.advance();
        equal();
        if (cursor.token() != Token.STRING) {
            throw in.expected("a string");
        }
        return of(name, in.token("a string"));
    }

    private Optional<Option> characters() {
        int mark = cursor.mark();
        cursor.take("DEFAULT");
        boolean collation = cursor.take("COLLATE");
        if (!collation && !types.characterSet()) {
            cursor.seek(mark);
            return Optional.empty();
        }
        equal();
        if (cursor.is("DEFAULT") && !in.mariadb()) {
            throw in.expected("a name");
        }
        return of(collation ? "COLLATE" : "CHARACTER SET", in.token("a name"));
    }

    private Optional<Option> directory(String word) {
        if (!cursor.take(word, "DIRECTORY")) {
            return Optional.empty();
        }
        equal();
        return of(word + " DIRECTORY", in.token("a directory"));
    }

    private Optional<Option> union() {
        cursor.advance();
        equal();
        int mark = cursor.mark();
        in.expectSymbol('(');
        if (!cursor.isSymbol(')')) {
            in.names("a table");
        }
        in.expectSymbol(')');
        int end = cursor.passed();
        cursor.seek(mark);
        return of("UNION", cursor.runs().before(end));
    }

    private Optional<Option> tablespace() {
        cursor.advance();
        if (!in.mariadb()) {
            equal();
        }
        return of("TABLESPACE", in.token("a tablespace"));
    }

    private Optional<Option> storage() {
        if (cursor.sees("STORAGE", "DISK") || cursor.sees("STORAGE", "MEMORY")) {
            cursor.advance();
            return of("STORAGE", in.token("DISK or MEMORY"));
        }
        return named();
    }

    private Optional<Option> transaction() {
        return cursor.take("START", "TRANSACTION")
                ? Optional.of(new Option("START TRANSACTION", Optional.empty()))
                : Optional.empty();
    }

    private Optional<Option> versioning() {
        return in.mariadb() && cursor.take("WITH", "SYSTEM", "VERSIONING")
                ? Optional.of(new Option("WITH SYSTEM VERSIONING", Optional.empty()))
                : Optional.empty();
    }

    // ALGORITHM and LOCK are actions of ALTER TABLE.
    private Optional<Option> named() {
        boolean action = cursor.is("ALGORITHM") || cursor.is("LOCK");
        return in.mariadb() && !action ? parts.named() : Optional.empty();
    }
}
