package dev.godwit.sql.mysql;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Gathers the words of a statement, parted by single spaces. */
final class SqlWriter {
    private final StringBuilder text = new StringBuilder();
    private final ExpressionText expressions;

    SqlWriter(ExpressionText expressions) {
        this.expressions = expressions;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void space() {
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) != '(' && text.charAt(length - 1) != ' ') {
            text.append(' ');
        }
    }

    /** Writes keywords. */
    SqlWriter words(String words) {
        if (!words.isEmpty()) {
            space();
            text.append(words);
        }
        return this;
    }

    /** Writes keywords if {@code condition} holds. */
    SqlWriter wordsIf(boolean condition, String words) {
        return condition ? words(words) : this;
    }

    /** Writes what touches the text before it. */
    SqlWriter mark(String mark) {
        text.append(mark);
        return this;
    }

    SqlWriter name(Identifier name) {
        return words(MysqlText.name(name.name()));
    }

    SqlWriter name(QualifiedName name) {
        space();
        String dot = "";
        for (Identifier part : name.parts()) {
            text.append(dot).append(MysqlText.name(part.name()));
            dot = ".";
        }
        return this;
    }

    SqlWriter guard(Guard guard) {
        return switch (guard) {
            case NONE -> this;
            case IF_EXISTS -> words("IF EXISTS");
            case IF_NOT_EXISTS -> words("IF NOT EXISTS");
        };
    }

    SqlWriter expression(Expression expression) {
        return words(expressions.of(expression));
    }

    /** Writes an expression in parentheses. */
    SqlWriter inParentheses(Expression expression) {
        space();
        text.append('(').append(expressions.of(expression)).append(')');
        return this;
    }

    /** Writes a literal where the grammar wants a plain string. */
    SqlWriter string(String value) {
        return words(MysqlText.string(value));
    }

    /** Writes {@code NAME} or {@code NAME = value}. */
    SqlWriter option(Option option) {
        words(option.name());
        option.value().ifPresent(value -> words("=").expression(value));
        return this;
    }

    /** Writes {@code NAME} or {@code NAME value}. */
    SqlWriter clause(Option option) {
        words(option.name());
        option.value().ifPresent(this::expression);
        return this;
    }

    /** Writes items between commas. */
    <T> SqlWriter list(Collection<T> items, Consumer<T> writer) {
        boolean first = true;
        for (T item : items) {
            if (!first) {
                text.append(',');
            }
            writer.accept(item);
            first = false;
        }
        return this;
    }

    /** Writes items between commas in parentheses. */
    <T> SqlWriter listInParentheses(Collection<T> items, Consumer<T> writer) {
        space();
        text.append('(');
        list(items, writer);
        text.append(')');
        return this;
    }

    SqlWriter names(List<QualifiedName> names) {
        return list(names, this::name);
    }

    SqlWriter identifiersInParentheses(List<Identifier> names) {
        return listInParentheses(names, this::name);
    }
}
