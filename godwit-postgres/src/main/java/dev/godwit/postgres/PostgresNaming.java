package dev.godwit.postgres;

import dev.godwit.core.catalog.Conventions.Taken;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that PostgreSQL gives to constraints, indexes and sequences without one: {@code table_columns_label}, shortened to 63 bytes, with a number
 * where that is taken. As 14 to 18 do it (ChooseConstraintName and ChooseIndexName of the server's source).
 */
final class PostgresNaming {
    private static final int LONGEST = 63;
    private static final Set<String> TYPES_OF_CONSTANTS = Set.of("date", "timestamp", "interval");

    private PostgresNaming() {}

    static Identifier constraint(Table table, ConstraintRule rule, Taken taken) {
        String name = table.name().last().name();
        Predicate<Identifier> constraint = taken::constraint;
        Predicate<Identifier> any = constraint.or(taken::relation);
        return switch (rule) {
            case PrimaryKey primary -> free(name, "", "pkey", any);
            case Unique unique ->
                free(name, joined(unique.key().elements(), unique.key().include()), "key", any);
            case NotNull notNull -> free(name, notNull.column().name(), "not_null", constraint);
            case Check check -> free(name, onlyColumn(table, check.condition()), "check", constraint);
            case ForeignKey foreign -> free(name, joined(foreign.columns()), "fkey", constraint);
            case Exclude exclude -> free(name, joined(excluded(exclude)), "excl", any);
        };
    }

    static Identifier index(String table, List<IndexElement> elements, List<Identifier> include, Taken taken) {
        return free(table, joined(elements, include), "idx", taken::relation);
    }

    static Identifier sequence(String table, Identifier column, Taken taken) {
        return free(table, column.name(), "seq", taken::relation);
    }

    /** Returns the column of a condition where there is just one, as the name of a CHECK has it. */
    private static String onlyColumn(Table table, Expression condition) {
        Set<String> columns = condition
                .names()
                .filter(name -> table.column(new Identifier(name))
                        .filter(column -> column.name().name().equals(name))
                        .isPresent())
                .collect(Collectors.toSet());
        return columns.size() == 1 ? columns.iterator().next() : "";
    }

    private static List<Identifier> excluded(Exclude exclude) {
        List<Identifier> names = new ArrayList<>();
        int depth = 0;
        boolean first = true;
        List<Lexeme> tokens = exclude.elements().tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.isSymbol(",")) {
                first = true;
            } else if (first) {
                names.add(new Identifier(token.isName() ? token.text() : "expr"));
                first = false;
            }
        }
        return names;
    }

    private static String joined(List<IndexElement> elements, List<Identifier> include) {
        List<Identifier> names = new ArrayList<>();
        Stream.concat(elements.stream().map(PostgresNaming::name), include.stream())
                .forEach(name -> names.add(new Identifier(numbered(name.name(), names))));
        return joined(names);
    }

    // two columns of an index never have the same name, so that the second expression is expr1
    private static String numbered(String name, List<Identifier> before) {
        String free = name;
        for (int number = 1; before.contains(new Identifier(free)); number++) {
            String end = Integer.toString(number);
            free = clipped(name, LONGEST - end.length()) + end;
        }
        return free;
    }

    private static Identifier name(IndexElement element) {
        return element.column()
                .orElseGet(() -> new Identifier(
                        element.expression().map(PostgresNaming::name).orElse("expr")));
    }

    /** Returns the name of an expression: that of the function that it calls, of the type that it is cast to or of its only column. */
    private static String name(Expression expression) {
        List<Lexeme> tokens = unwrapped(expression.tokens());
        if (tokens.isEmpty() || !tokens.getFirst().isName()) {
            return "expr";
        }
        int end = 0;
        while (end + 2 < tokens.size()
                && tokens.get(end + 1).isSymbol(".")
                && tokens.get(end + 2).isName()) {
            end += 2;
        }
        String name = tokens.get(end).text();
        boolean alone = end + 1 == tokens.size();
        boolean call = !alone && tokens.get(end + 1).isSymbol("(") && closes(tokens, end + 1) == tokens.size() - 1;
        boolean castToo = !alone && tokens.get(end + 1).isSymbol("::");
        boolean keyword = TYPES_OF_CONSTANTS.contains(name) && !call;
        if (tokens.getFirst().is("CASE")) {
            return tokens.getLast().is("END") ? "case" : "expr";
        }
        if (castToo && tokens.size() <= end + 3) {
            return name;
        }
        return (alone || call) && !keyword ? name : "expr";
    }

    private static List<Lexeme> unwrapped(List<Lexeme> tokens) {
        List<Lexeme> inner = tokens;
        while (inner.size() > 2 && inner.getFirst().isSymbol("(") && closes(inner, 0) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    private static int closes(List<Lexeme> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Joins the names of columns as long as they fit into a name. */
    private static String joined(List<Identifier> columns) {
        var all = new StringBuilder();
        for (Identifier column : columns) {
            if (!all.isEmpty()) {
                all.append('_');
            }
            all.append(column.name());
            if (bytes(all.toString()) >= LONGEST + 1) {
                break;
            }
        }
        return clipped(all.toString(), LONGEST);
    }

    private static Identifier free(String table, String columns, String label, Predicate<Identifier> taken) {
        Identifier name = new Identifier(made(table, columns, label));
        for (int number = 1; taken.test(name); number++) {
            name = new Identifier(made(table, columns, label + number));
        }
        return name;
    }

    /** Joins the parts, and shortens the longer of table and columns until they fit. */
    private static String made(String table, String columns, String label) {
        int room = LONGEST - label.length() - 1 - (columns.isEmpty() ? 0 : 1);
        int first = bytes(table);
        int second = bytes(columns);
        while (first + second > room) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        String middle = columns.isEmpty() ? "" : "_" + clipped(columns, second);
        return clipped(table, first) + middle + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Cuts a text to so many bytes without cutting a character. */
    private static String clipped(String text, int bytes) {
        String clipped = text;
        while (bytes(clipped) > bytes) {
            clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
        }
        return clipped;
    }
}
