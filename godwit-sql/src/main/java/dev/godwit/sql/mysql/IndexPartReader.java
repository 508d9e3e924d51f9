package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what indexes consist of: their method, elements and options. */
final class IndexPartReader {
    private final Input in;
    private final Cursor cursor;

    IndexPartReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Tells whether {@code TYPE method} comes next, which looks like a name. */
    boolean atMethod() {
        return in.sees("TYPE", "BTREE") || in.sees("TYPE", "HASH") || in.sees("TYPE", "RTREE");
    }

    /** Reads {@code USING method} or nothing. */
    Optional<Identifier> method() {
        if (!cursor.take("USING") && !(atMethod() && cursor.take("TYPE"))) {
            return Optional.empty();
        }
        String method = cursor.upper();
        switch (method) {
            case "BTREE", "HASH", "RTREE" -> cursor.advance();
            default -> throw in.expected("BTREE, HASH or RTREE");
        }
        return Optional.of(new Identifier(method));
    }

    List<IndexElement> elements() {
        in.expectSymbol('(');
        List<IndexElement> elements = new ArrayList<>(2);
        do {
            elements.add(element());
        } while (cursor.takeSymbol(','));
        in.expectSymbol(')');
        return elements;
    }

    private IndexElement element() {
        boolean expression = cursor.isSymbol('(') && !in.mariadb();
        Optional<Expression> value = expression ? Optional.of(in.inParentheses("an expression")) : Optional.empty();
        Optional<Identifier> column = expression ? Optional.empty() : Optional.of(in.identifier("a column"));
        Optional<String> length = expression ? Optional.empty() : length();
        return new IndexElement(column, value, length, Optional.empty(), Optional.empty(), order());
    }

    private Optional<String> length() {
        if (!cursor.takeSymbol('(')) {
            return Optional.empty();
        }
        if (cursor.token() != Token.NUMBER) {
            throw in.expected("a length");
        }
        String length = cursor.text();
        cursor.advance();
        in.expectSymbol(')');
        return Optional.of(length);
    }

    private List<String> order() {
        if (cursor.take("ASC")) {
            return List.of("ASC");
        }
        if (cursor.take("DESC")) {
            return List.of("DESC");
        }
        return in.mariadb() && cursor.take("WITHOUT", "OVERLAPS") ? List.of("WITHOUT OVERLAPS") : List.of();
    }

    /** Reads the options behind an index into {@code options}, and returns its method if that stands among them. */
    Optional<Identifier> options(List<Option> options) {
        Optional<Identifier> method = Optional.empty();
        while (true) {
            Optional<Identifier> said = method();
            Optional<Option> option = said.isPresent() ? Optional.empty() : option();
            if (said.isEmpty() && option.isEmpty()) {
                return method;
            }
            method = said.isPresent() ? said : method;
            option.ifPresent(options::add);
        }
    }

    /** Refuses what only other kinds of indexes have. */
    void checkFor(String kind, Optional<Identifier> method, List<Option> options) {
        boolean ordered = kind.equals("INDEX") || kind.equals("UNIQUE");
        if (!ordered && method.isPresent()) {
            throw new Unreadable("a %s index has no method".formatted(kind));
        }
        if (!kind.equals("FULLTEXT")
                && options.stream().anyMatch(option -> option.name().equals("WITH PARSER"))) {
            throw new Unreadable("only a FULLTEXT index has a parser");
        }
    }

    private Optional<Option> option() {
        return switch (cursor.upper()) {
            case "KEY_BLOCK_SIZE" -> Optional.of(valued("KEY_BLOCK_SIZE", "a number"));
            case "COMMENT" -> Optional.of(text("COMMENT"));
            case "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE" ->
                in.mariadb() ? named() : Optional.of(text(cursor.upper()));
            case "WITH" -> parser();
            case "VISIBLE" -> word("VISIBLE");
            case "INVISIBLE" -> in.mariadb() ? named() : word("INVISIBLE");
            case "IGNORED" -> in.mariadb() ? word("IGNORED") : Optional.empty();
            case "NOT" -> in.mariadb() && cursor.take("NOT", "IGNORED") ? plain("NOT IGNORED") : Optional.empty();
            default -> in.mariadb() ? named() : Optional.empty();
        };
    }

    private Option valued(String name, String what) {
        cursor.advance();
        cursor.takeSymbol('=');
        return new Option(name, Optional.of(in.token(what)));
    }

    private Option text(String name) {
        cursor.advance();
        if (!name.equals("COMMENT")) {
            cursor.takeSymbol('=');
        }
        if (cursor.token() != Token.STRING) {
            throw in.expected("a string");
        }
        return new Option(name, Optional.of(in.token("a string")));
    }

    private Optional<Option> parser() {
        return cursor.take("WITH", "PARSER")
                ? Optional.of(new Option("WITH PARSER", Optional.of(in.token("a parser"))))
                : Optional.empty();
    }

    private Optional<Option> word(String name) {
        cursor.advance();
        return plain(name);
    }

    private static Optional<Option> plain(String name) {
        return Optional.of(new Option(name, Optional.empty()));
    }

    /** Reads {@code name = value}, as a storage engine of MariaDB may define it. */
    Optional<Option> named() {
        if (!in.atName() || cursor.is("TYPE")) {
            return Optional.empty();
        }
        int mark = cursor.mark();
        String name = in.identifier("an option").name();
        if (!cursor.takeSymbol('=')) {
            cursor.seek(mark);
            return Optional.empty();
        }
        return Optional.of(new Option(upper(name), Optional.of(in.token("a value"))));
    }

    private static String upper(String name) {
        return name.toUpperCase(java.util.Locale.ROOT);
    }
}
