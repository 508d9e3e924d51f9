package dev.godwit.sql.sqlite;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads columns. */
final class ColumnReader {
    private final Input in;
    private final ConstraintReader constraints;

    ColumnReader(Input in, ConstraintReader constraints) {
        this.in = in;
        this.constraints = constraints;
    }

    ColumnDefinition column() {
        int mark = in.cursor().mark();
        Identifier name = in.name("a column");
        Optional<TypeName> type = type();
        List<ColumnAttribute> attributes = new ArrayList<>(2);
        while (!in.cursor().atEnd() && !in.isSymbol(',') && !in.isSymbol(')')) {
            attribute(name, attributes);
        }
        return new ColumnDefinition(in.cursor().spanSince(mark), name, type, attributes);
    }

    /** Reads a type, which is any words at all and up to two numbers. */
    private Optional<TypeName> type() {
        int mark = in.cursor().mark();
        List<String> words = new ArrayList<>(1);
        while (atTypeWord()) {
            words.add(in.name("a type").name());
        }
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<String> arguments = in.isSymbol('(') ? in.list(this::number) : List.of();
        QualifiedName name = new QualifiedName(List.of(new Identifier(String.join(" ", words))));
        return Optional.of(new TypeName(in.cursor().spanSince(mark), name, arguments, List.of(), 0));
    }

    private boolean atTypeWord() {
        boolean name = in.cursor().token() == Token.WORD
                || in.cursor().token() == Token.QUOTED_NAME
                || in.cursor().token() == Token.STRING;
        boolean generated = in.is("GENERATED") && in.cursor().sees("GENERATED", "ALWAYS", "AS");
        return name
                && !generated
                && !(in.atWord() && SqliteWords.isReserved(in.cursor().upper()));
    }

    private String number() {
        return in.run("a number", () -> false).text();
    }

    private void attribute(Identifier column, List<ColumnAttribute> attributes) {
        int mark = in.cursor().mark();
        Optional<Identifier> name = constraints.name();
        Optional<ConstraintRule> rule = rule(column);
        if (rule.isPresent()) {
            Checking checking = constraints.checking(rule.get());
            attributes.add(new Constrained(new Constraint(in.cursor().spanSince(mark), name, rule.get(), checking)));
            if (in.take("AUTOINCREMENT")) {
                attributes.add(new ColumnAttribute.AutoIncrement());
            }
            return;
        }
        // a name may stand before what is no constraint, or before nothing
        name.ifPresent(said -> attributes.add(setting("CONSTRAINT", said)));
        boolean more = !in.cursor().atEnd() && !in.isSymbol(',') && !in.isSymbol(')');
        if (more) {
            attributes.add(value());
        }
    }

    private static ColumnAttribute setting(String name, Identifier value) {
        Expression text = new SqliteDialect().expression(SqliteText.name(value.name()));
        return new ColumnAttribute.Setting(new Option(name, Optional.of(text)));
    }

    private Optional<ConstraintRule> rule(Identifier column) {
        if (in.take("NOT", "NULL")) {
            return Optional.of(new ConstraintRule.NotNull(column));
        }
        if (in.take("PRIMARY")) {
            in.expect("KEY");
            IndexElement plain = IndexElement.of(column);
            List<String> order = constraints.order();
            return Optional.of(new ConstraintRule.PrimaryKey(ConstraintRule.Key.of(List.of(new IndexElement(
                    plain.column(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), order)))));
        }
        if (in.take("UNIQUE")) {
            return Optional.of(new ConstraintRule.Unique(ConstraintRule.Key.of(List.of(IndexElement.of(column)))));
        }
        if (in.take("CHECK")) {
            return Optional.of(constraints.check());
        }
        return in.take("REFERENCES")
                ? Optional.of(
                        new ConstraintRule.ForeignKey(List.of(column), constraints.references(), Optional.empty()))
                : Optional.empty();
    }

    private ColumnAttribute value() {
        if (in.take("NULL")) {
            constraints.conflict();
            return new ColumnAttribute.Nullable();
        }
        if (in.take("DEFAULT")) {
            return new ColumnAttribute.Default(defaultValue());
        }
        if (in.take("COLLATE")) {
            return new ColumnAttribute.Collated(new QualifiedName(List.of(in.name("a collation"))));
        }
        if (in.take("GENERATED")) {
            in.expect("ALWAYS", "AS");
            return generated();
        }
        if (in.take("AS")) {
            return generated();
        }
        if (constraints.atDeferral()) {
            return deferral(constraints.deferral());
        }
        throw in.missing("a constraint");
    }

    // one that does not follow its REFERENCES still means that
    private static ColumnAttribute deferral(Deferral deferral) {
        return new ColumnAttribute.Setting(new Option(SqliteText.deferral(deferral), Optional.empty()));
    }

    private ColumnAttribute generated() {
        Expression value = in.inParentheses("an expression");
        if (in.take("STORED")) {
            return new Generated(value, Generated.Storing.STORED);
        }
        return new Generated(value, in.take("VIRTUAL") ? Generated.Storing.VIRTUAL : Generated.Storing.UNSAID);
    }

    private Expression defaultValue() {
        int mark = in.cursor().mark();
        if (in.isSymbol('(')) {
            in.inParentheses("a value");
            return in.cursor().runs().since(mark);
        }
        if (in.isSymbol('-') || in.isSymbol('+')) {
            in.cursor().advance();
        }
        boolean blob = in.is("X");
        if (in.cursor().token() == Token.NUMBER || in.isSymbol('.')) {
            number(in.cursor());
            return in.cursor().runs().since(mark);
        }
        switch (in.cursor().token()) {
            case WORD, STRING, QUOTED_NAME -> in.cursor().advance();
            case NUMBER, SYMBOL, TERMINATOR, COMMENT, EXECUTABLE_OPEN, EXECUTABLE_CLOSE, UNTERMINATED, END ->
                throw in.missing("a value");
        }
        if (blob && in.cursor().token() == Token.STRING) {
            in.cursor().advance();
        }
        return in.cursor().runs().since(mark);
    }

    // the lexer cuts a number at its point and at the sign of its exponent
    private static void number(Cursor cursor) {
        do {
            cursor.advance();
        } while (!cursor.atEnd() && cursor.mark() == cursor.passed() && !cursor.isSymbol(',') && !cursor.isSymbol(')'));
    }
}
