package dev.godwit.sql.sqlite;

import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.Nulls;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads constraints of tables, and what those of columns and indexes have in common with them (the page CREATE TABLE). */
final class ConstraintReader {
    private static final Option AUTOINCREMENT = new Option("AUTOINCREMENT", Optional.empty());

    private final Input in;

    ConstraintReader(Input in) {
        this.in = in;
    }

    /** Tells whether a constraint of a table comes next, and not a column. */
    boolean atTableConstraint() {
        return in.is("CONSTRAINT") || in.is("PRIMARY") || in.is("UNIQUE") || in.is("CHECK") || in.is("FOREIGN");
    }

    /** Reads {@code CONSTRAINT name}; of several the last counts. */
    Optional<Identifier> name() {
        Optional<Identifier> name = Optional.empty();
        while (in.take("CONSTRAINT")) {
            name = Optional.of(in.name("the name of a constraint"));
        }
        return name;
    }

    /** Reads a constraint of a table; empty where there is but a name, which SQLite takes for nothing. */
    Optional<Constraint> ofTable() {
        int mark = in.cursor().mark();
        Optional<Identifier> name = name();
        if (in.isSymbol(')') || in.isSymbol(',')) {
            return Optional.empty();
        }
        ConstraintRule rule = tableRule();
        Checking checking = checking(rule);
        return Optional.of(new Constraint(in.cursor().spanSince(mark), name, rule, checking));
    }

    private ConstraintRule tableRule() {
        if (in.take("PRIMARY")) {
            in.expect("KEY");
            return new ConstraintRule.PrimaryKey(key());
        }
        if (in.take("UNIQUE")) {
            return new ConstraintRule.Unique(ConstraintRule.Key.of(elements()));
        }
        if (in.take("CHECK")) {
            return check();
        }
        if (in.take("FOREIGN")) {
            in.expect("KEY");
            List<Identifier> columns = in.list(() -> in.name("a column"));
            in.expect("REFERENCES");
            return new ForeignKey(columns, references(), Optional.empty());
        }
        throw in.missing("a constraint");
    }

    /** Reads what follows CHECK. */
    ConstraintRule check() {
        return new ConstraintRule.Check(in.inParentheses("a condition"));
    }

    private ConstraintRule.Key key() {
        in.expectSymbol('(');
        List<IndexElement> elements = new ArrayList<>(2);
        do {
            elements.add(element());
        } while (in.takeSymbol(','));
        List<Option> options = in.take("AUTOINCREMENT") ? List.of(AUTOINCREMENT) : List.of();
        in.expectSymbol(')');
        return new ConstraintRule.Key(
                elements, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Nulls.UNSAID, options);
    }

    /** Reads the elements of a key or index. */
    List<IndexElement> elements() {
        return in.list(this::element);
    }

    private IndexElement element() {
        Expression value = Parentheses.without(in.run("a column", this::atEndOfElement), in.cursor());
        Optional<QualifiedName> collation =
                in.take("COLLATE") ? Optional.of(new QualifiedName(List.of(in.name("a collation")))) : Optional.empty();
        List<String> order = order();
        Optional<Identifier> column = column(value);
        return new IndexElement(
                column,
                column.isPresent() ? Optional.empty() : Optional.of(value),
                Optional.empty(),
                collation,
                Optional.empty(),
                order);
    }

    private boolean atEndOfElement() {
        return in.is("COLLATE") || in.is("ASC") || in.is("DESC") || in.is("NULLS") || in.is("AUTOINCREMENT");
    }

    /** Reads ASC, DESC, NULLS FIRST and NULLS LAST. */
    List<String> order() {
        List<String> order = new ArrayList<>(1);
        in.oneOf("ASC", "DESC").ifPresent(order::add);
        if (in.take("NULLS")) {
            order.add("NULLS " + in.oneOf("FIRST", "LAST").orElseThrow(() -> in.missing("FIRST or LAST")));
        }
        return order;
    }

    // a string where a column is expected is one (quirks, 8)
    private static Optional<Identifier> column(Expression value) {
        if (value.tokens().size() != 1) {
            return Optional.empty();
        }
        Lexeme only = value.tokens().getFirst();
        return switch (only.kind()) {
            case WORD, NAME -> Optional.of(new Identifier(only.text()));
            case STRING ->
                new SqliteNames()
                        .read(dev.godwit.sql.internal.Token.STRING, only.text())
                        .map(Identifier::new);
            case NUMBER, SYMBOL -> Optional.empty();
        };
    }

    /** Reads what follows REFERENCES up to DEFERRABLE. */
    References references() {
        QualifiedName table = new QualifiedName(List.of(in.name("a table")));
        List<Identifier> columns = in.isSymbol('(') ? in.list(() -> in.name("a column")) : List.of();
        Optional<String> match = Optional.empty();
        Optional<String> onDelete = Optional.empty();
        Optional<String> onUpdate = Optional.empty();
        boolean more = true;
        while (more) {
            if (in.take("MATCH")) {
                match = Optional.of(in.name("a match type").name().toUpperCase(java.util.Locale.ROOT));
            } else if (in.take("ON", "DELETE")) {
                onDelete = Optional.of(action());
            } else if (in.take("ON", "UPDATE")) {
                onUpdate = Optional.of(action());
            } else if (in.take("ON", "INSERT")) {
                action();
            } else {
                more = false;
            }
        }
        return new References(table, columns, match, onDelete, onUpdate);
    }

    private String action() {
        if (in.take("SET")) {
            return "SET " + in.oneOf("NULL", "DEFAULT").orElseThrow(() -> in.missing("NULL or DEFAULT"));
        }
        if (in.take("NO")) {
            in.expect("ACTION");
            return "NO ACTION";
        }
        return in.oneOf("CASCADE", "RESTRICT").orElseThrow(() -> in.missing("an action"));
    }

    /** Reads when a constraint is checked and what happens then. */
    Checking checking(ConstraintRule rule) {
        Deferral deferral = rule instanceof ForeignKey ? deferral() : Deferral.UNSAID;
        return checking(deferral, conflict());
    }

    private static Checking checking(Deferral deferral, Optional<String> conflict) {
        return deferral == Deferral.UNSAID && conflict.isEmpty()
                ? Checking.PLAIN
                : new Checking(Validity.VALIDATED, Enforcement.UNSAID, deferral, Inheritance.UNSAID, conflict);
    }

    /** Reads {@code ON CONFLICT action}. */
    Optional<String> conflict() {
        if (!in.take("ON", "CONFLICT")) {
            return Optional.empty();
        }
        return Optional.of(in.oneOf("ROLLBACK", "ABORT", "FAIL", "IGNORE", "REPLACE")
                .orElseThrow(() -> in.missing("a conflict action")));
    }

    /** Tells whether DEFERRABLE or NOT DEFERRABLE comes next. */
    boolean atDeferral() {
        return in.is("DEFERRABLE") || in.cursor().sees("NOT", "DEFERRABLE");
    }

    /** Reads DEFERRABLE and its relatives. */
    Deferral deferral() {
        boolean not = in.take("NOT", "DEFERRABLE");
        if (!not && !in.take("DEFERRABLE")) {
            return Deferral.UNSAID;
        }
        Optional<String> initially = in.take("INITIALLY")
                ? Optional.of(in.oneOf("DEFERRED", "IMMEDIATE").orElseThrow(() -> in.missing("DEFERRED or IMMEDIATE")))
                : Optional.empty();
        if (not) {
            return Deferral.NOT_DEFERRABLE;
        }
        return initially
                .map(when -> when.equals("DEFERRED") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE)
                .orElse(Deferral.DEFERRABLE);
    }
}
