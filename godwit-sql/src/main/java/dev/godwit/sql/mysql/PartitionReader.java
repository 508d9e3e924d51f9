package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.internal.Cursor;
import java.util.Optional;
import java.util.Set;

/** Reads how a table is cut into partitions (MySQL 8.0 manual, 26; MariaDB manual, "Partitioning Tables"). */
final class PartitionReader {
    private static final Set<String> OPTIONS = WordSet.of("""
        ENGINE, COMMENT, MAX_ROWS, MIN_ROWS, TABLESPACE, NODEGROUP, DATA, INDEX, STORAGE
        """);

    private final Input in;
    private final Cursor cursor;
    private final ValueReader values;
    private final IndexPartReader parts;

    PartitionReader(Input in, ValueReader values, IndexPartReader parts) {
        this.in = in;
        this.cursor = in.cursor();
        this.values = values;
        this.parts = parts;
    }

    /** Reads {@code PARTITION BY …} if it comes next. */
    Optional<PartitionScheme> scheme() {
        if (!cursor.take("PARTITION", "BY")) {
            return Optional.empty();
        }
        String strategy = strategy();
        Optional<Expression> key = strategy.equals("SYSTEM_TIME")
                ? Optional.empty()
                : Optional.of(cursor.runs().inParentheses().orElseThrow(() -> in.expected("a key in parentheses")));
        int mark = cursor.mark();
        if (strategy.equals("SYSTEM_TIME")) {
            history();
        }
        count("PARTITIONS");
        subpartitions();
        if (cursor.isSymbol('(')) {
            definitions();
        }
        int end = cursor.passed();
        if (end <= mark) {
            return Optional.of(new PartitionScheme(strategy, key, Optional.empty()));
        }
        cursor.seek(mark);
        return Optional.of(
                new PartitionScheme(strategy, key, Optional.of(cursor.runs().before(end))));
    }

    private String strategy() {
        if (in.mariadb() && cursor.take("SYSTEM_TIME")) {
            return "SYSTEM_TIME";
        }
        if (cursor.take("RANGE")) {
            return cursor.take("COLUMNS") ? "RANGE COLUMNS" : "RANGE";
        }
        if (cursor.take("LIST")) {
            return cursor.take("COLUMNS") ? "LIST COLUMNS" : "LIST";
        }
        return hashOrKey();
    }

    private String hashOrKey() {
        String linear = cursor.take("LINEAR") ? "LINEAR " : "";
        if (cursor.take("HASH")) {
            return linear + "HASH";
        }
        in.expect("KEY");
        if (!cursor.take("ALGORITHM")) {
            return linear + "KEY";
        }
        in.expectSymbol('=');
        return linear + "KEY ALGORITHM = " + in.token("a number").text();
    }

    private void history() {
        if (cursor.take("INTERVAL")) {
            values.value("an interval");
            in.token("a unit");
            if (cursor.take("STARTS")) {
                values.value("a time");
            }
            cursor.take("AUTO");
        } else if (cursor.take("LIMIT")) {
            in.token("a number");
            cursor.take("AUTO");
        }
    }

    private void count(String word) {
        if (cursor.take(word)) {
            in.token("a number");
        }
    }

    private void subpartitions() {
        if (cursor.take("SUBPARTITION")) {
            in.expect("BY");
            hashOrKey();
            in.passParentheses();
            count("SUBPARTITIONS");
        }
    }

    /** Passes over definitions of partitions in parentheses. */
    void definitions() {
        in.expectSymbol('(');
        do {
            definition();
        } while (cursor.takeSymbol(','));
        in.expectSymbol(')');
    }

    // MariaDB 10.7 and later let the word PARTITION away (seen on 10.11).
    private void definition() {
        if (!cursor.take("PARTITION") && !in.mariadb()) {
            throw in.expected("PARTITION");
        }
        in.identifier("a partition");
        bound();
        options();
        if (cursor.takeSymbol('(')) {
            do {
                in.expect("SUBPARTITION");
                subpartitionName();
                options();
            } while (cursor.takeSymbol(','));
            in.expectSymbol(')');
        }
    }

    private void subpartitionName() {
        if (cursor.token() == dev.godwit.sql.internal.Token.STRING) {
            cursor.advance();
        } else {
            in.identifier("a subpartition");
        }
    }

    /** Passes over {@code VALUES …}, {@code DEFAULT}, {@code HISTORY} or {@code CURRENT}, if any comes next. */
    void bound() {
        if (cursor.take("VALUES")) {
            if (cursor.take("LESS")) {
                in.expect("THAN");
                lessThan();
            } else {
                in.expect("IN");
                in.inParentheses("values");
            }
        } else if (in.mariadb() && !cursor.take("DEFAULT") && !cursor.take("HISTORY")) {
            cursor.take("CURRENT");
        }
    }

    private void lessThan() {
        if (!cursor.take("MAXVALUE")) {
            in.inParentheses("a value");
        }
    }

    private void options() {
        while (option()) {
            // one after the other
        }
    }

    private boolean option() {
        boolean engine = cursor.sees("STORAGE", "ENGINE") && cursor.take("STORAGE");
        String word = cursor.upper();
        if (!engine && !OPTIONS.contains(word)) {
            return in.mariadb() && parts.named().isPresent();
        }
        cursor.advance();
        if (word.equals("DATA") || word.equals("INDEX")) {
            in.expect("DIRECTORY");
        }
        cursor.takeSymbol('=');
        in.token("a value of " + word);
        return true;
    }
}
