package dev.godwit.sql.postgres;

import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Nulls;
import dev.godwit.sql.ConstraintRule.Period;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads constraints of tables and of columns. */
final class PostgresConstraints {
    private static final String WITHOUT_OVERLAPS = "WITHOUT OVERLAPS";

    private final PostgresReader in;
    private final PostgresIndexes indexes;
    private final PostgresOptions options;

    PostgresConstraints(PostgresReader in, PostgresIndexes indexes, PostgresOptions options) {
        this.in = in;
        this.indexes = indexes;
        this.options = options;
    }

    /** Tells whether a constraint of a table comes next, and not a column. */
    boolean atTableConstraint() {
        return in.is("CONSTRAINT")
                || in.is("CHECK")
                || in.is("UNIQUE")
                || in.is("PRIMARY")
                || in.is("FOREIGN")
                || in.is("NOT")
                || (in.is("EXCLUDE") && (in.thenSymbol('(') || in.then("USING")));
    }

    /** Reads a constraint of a table. */
    Constraint ofTable() {
        int mark = in.mark();
        Optional<Identifier> name = name();
        ConstraintRule rule = tableRule();
        Checking checking = checking();
        return new Constraint(in.since(mark), name, rule, checking);
    }

    private ConstraintRule tableRule() {
        if (in.take("CHECK")) {
            return check();
        }
        if (in.take("UNIQUE")) {
            return new ConstraintRule.Unique(tableKey());
        }
        if (in.take("PRIMARY")) {
            in.expect("KEY");
            return new ConstraintRule.PrimaryKey(tableKey());
        }
        if (in.take("EXCLUDE")) {
            return exclude();
        }
        if (in.take("FOREIGN")) {
            in.expect("KEY");
            return foreignKey();
        }
        if (in.take("NOT")) {
            in.expect("NULL");
            return new ConstraintRule.NotNull(in.name("a column"));
        }
        throw in.missing("a constraint");
    }

    /** Reads {@code CONSTRAINT name}. */
    Optional<Identifier> name() {
        return in.take("CONSTRAINT") ? Optional.of(in.name("the name of a constraint")) : Optional.empty();
    }

    /** Reads what follows CHECK. */
    ConstraintRule check() {
        return new ConstraintRule.Check(in.inParentheses("a condition"));
    }

    private ConstraintRule.Key tableKey() {
        if (in.take("USING")) {
            in.expect("INDEX");
            return new ConstraintRule.Key(
                    List.of(),
                    Optional.of(in.name("an index")),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Nulls.UNSAID,
                    List.of());
        }
        Nulls nulls = indexes.nulls();
        return key(keyColumns(), nulls);
    }

    /** Reads what follows UNIQUE or PRIMARY KEY at {@code column}. */
    ConstraintRule.Key columnKey(Identifier column) {
        Nulls nulls = indexes.nulls();
        return key(List.of(IndexElement.of(column)), nulls);
    }

    private List<IndexElement> keyColumns() {
        in.expect('(');
        List<IndexElement> columns = new ArrayList<>(2);
        do {
            IndexElement column = IndexElement.of(in.name("a column"));
            columns.add(in.take("WITHOUT", "OVERLAPS") ? withoutOverlaps(column) : column);
        } while (in.takeSymbol(','));
        in.expect(')');
        return columns;
    }

    private static IndexElement withoutOverlaps(IndexElement plain) {
        return new IndexElement(
                plain.column(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(WITHOUT_OVERLAPS));
    }

    private ConstraintRule.Key key(List<IndexElement> elements, Nulls nulls) {
        List<Identifier> include = indexes.include();
        return new ConstraintRule.Key(
                elements, Optional.empty(), Optional.empty(), Optional.empty(), include, nulls, keyOptions());
    }

    private List<Option> keyOptions() {
        List<Option> read = new ArrayList<>(0);
        if (in.take("WITH")) {
            read.addAll(options.settings());
        }
        if (in.take("USING")) {
            in.expect("INDEX", "TABLESPACE");
            read.add(options.named("USING INDEX TABLESPACE", "a tablespace"));
        }
        return read;
    }

    private ConstraintRule exclude() {
        Optional<Identifier> method = in.take("USING") ? Optional.of(in.name("an index method")) : Optional.empty();
        Expression elements = in.inParentheses("an element");
        List<Option> read = new ArrayList<>(0);
        if (in.take("INCLUDE")) {
            read.add(new Option("INCLUDE", Optional.of(in.inParentheses("a column"))));
        }
        read.addAll(keyOptions());
        Optional<Expression> where = in.take("WHERE") ? Optional.of(in.inParentheses("a condition")) : Optional.empty();
        return new ConstraintRule.Exclude(elements, method, read, where);
    }

    private ConstraintRule foreignKey() {
        List<Identifier> columns = new ArrayList<>(1);
        Period period = periodColumns(columns);
        in.expect("REFERENCES");
        return new ConstraintRule.ForeignKey(columns, period, references(), Optional.empty());
    }

    private Period periodColumns(List<Identifier> columns) {
        in.expect('(');
        Period period = Period.NONE;
        do {
            if (in.is("PERIOD") && !in.thenSymbol(',') && !in.thenSymbol(')')) {
                in.advance();
                period = Period.LAST;
            }
            columns.add(in.name("a column"));
        } while (period == Period.NONE && in.takeSymbol(','));
        in.expect(')');
        return period;
    }

    /** Reads what follows REFERENCES. */
    References references() {
        QualifiedName table = in.qualified("a table");
        List<Identifier> columns = new ArrayList<>(1);
        Period period = in.isSymbol('(') ? periodColumns(columns) : Period.NONE;
        Optional<String> match = in.take("MATCH")
                ? Optional.of(in.oneOf("a match type", "FULL", "PARTIAL", "SIMPLE"))
                : Optional.empty();
        Optional<String> onDelete = Optional.empty();
        Optional<String> onUpdate = Optional.empty();
        while (in.take("ON")) {
            if (in.take("DELETE")) {
                onDelete = Optional.of(action());
            } else {
                in.expect("UPDATE");
                onUpdate = Optional.of(action());
            }
        }
        return new References(table, columns, period, match, onDelete, onUpdate);
    }

    private String action() {
        if (in.take("NO")) {
            in.expect("ACTION");
            return "NO ACTION";
        }
        String word = in.oneOf("what happens to the referring rows", "RESTRICT", "CASCADE", "SET");
        if (!word.equals("SET")) {
            return word;
        }
        String action = "SET " + in.oneOf("NULL or DEFAULT", "NULL", "DEFAULT");
        return in.isSymbol('(') ? action + " " + PostgresText.columns(in.columns()) : action;
    }

    /** Reads when and against what a constraint is checked; nothing said is {@link Checking#PLAIN}. */
    Checking checking() {
        Validity validity = Validity.VALIDATED;
        Enforcement enforced = Enforcement.UNSAID;
        Deferral deferral = Deferral.UNSAID;
        Inheritance inheritance = Inheritance.UNSAID;
        boolean said = true;
        boolean any = false;
        while (said) {
            if (in.is("NOT")) {
                long place = in.place();
                in.advance();
                if (in.take("VALID")) {
                    validity = Validity.NOT_VALID;
                } else if (in.take("ENFORCED")) {
                    enforced = Enforcement.NOT_ENFORCED;
                } else if (in.take("DEFERRABLE")) {
                    deferral = Deferral.NOT_DEFERRABLE;
                } else {
                    in.back(place);
                    said = false;
                }
            } else if (in.take("DEFERRABLE")) {
                deferral = deferral == Deferral.INITIALLY_DEFERRED ? deferral : Deferral.DEFERRABLE;
            } else if (in.take("INITIALLY")) {
                deferral = initially(deferral);
            } else if (in.take("ENFORCED")) {
                enforced = Enforcement.ENFORCED;
            } else if (in.take("NO", "INHERIT")) {
                inheritance = Inheritance.NO_INHERIT;
            } else if (in.take("INHERIT")) {
                inheritance = Inheritance.INHERIT;
            } else {
                said = false;
            }
            any |= said;
        }
        return any ? new Checking(validity, enforced, deferral, inheritance, Optional.empty()) : Checking.PLAIN;
    }

    // INITIALLY DEFERRED implies DEFERRABLE; INITIALLY IMMEDIATE alone leaves it not deferrable (manual, CREATE TABLE).
    private Deferral initially(Deferral before) {
        if (in.take("DEFERRED")) {
            return Deferral.INITIALLY_DEFERRED;
        }
        in.expect("IMMEDIATE");
        return before == Deferral.DEFERRABLE ? Deferral.INITIALLY_IMMEDIATE : Deferral.NOT_DEFERRABLE;
    }
}
