package dev.godwit.sql.mysql;

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
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableIndex;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the keys, indexes and constraints of a table (MySQL 8.0 manual, 15.1.20; MariaDB manual, CREATE TABLE). */
final class KeyReader {
    private final Input in;
    private final Cursor cursor;
    private final IndexPartReader parts;

    KeyReader(Input in, IndexPartReader parts) {
        this.in = in;
        this.cursor = in.cursor();
        this.parts = parts;
    }

    /** A constraint or index and whether it minds that it is there. */
    record Found(Element element, Guard guard) {}

    /** Reads a constraint or index if one comes next. */
    Optional<Found> keyOrConstraint() {
        int start = cursor.mark();
        if (cursor.take("CONSTRAINT")) {
            Guard guard = in.mariadbIfNotExists();
            Optional<Identifier> name = name();
            if (guard != Guard.NONE && !cursor.is("CHECK")) {
                throw in.expected("CHECK");
            }
            return Optional.of(constraint(start, name, guard)
                    .orElseThrow(() -> in.expected("PRIMARY KEY, UNIQUE, FOREIGN KEY or CHECK")));
        }
        Optional<Found> constraint = constraint(start, Optional.empty(), Guard.NONE);
        return constraint.isPresent() ? constraint : index(start);
    }

    private Optional<Found> constraint(int start, Optional<Identifier> name, Guard guard) {
        if (cursor.take("PRIMARY")) {
            in.expect("KEY");
            Guard own = in.mariadbIfNotExists();
            return found(start, name, new ConstraintRule.PrimaryKey(key(name())), own);
        }
        if (cursor.take("UNIQUE")) {
            in.takeEither("KEY", "INDEX");
            Guard own = in.mariadbIfNotExists();
            return found(start, name, new ConstraintRule.Unique(key(name())), own);
        }
        if (cursor.take("FOREIGN")) {
            in.expect("KEY");
            Guard own = in.mariadbIfNotExists();
            return found(start, name, foreignKey(), own);
        }
        return cursor.take("CHECK") ? Optional.of(check(start, name, guard)) : Optional.empty();
    }

    private Optional<Found> found(int start, Optional<Identifier> name, ConstraintRule rule, Guard guard) {
        Constraint constraint = new Constraint(in.since(start), name, rule, Checking.PLAIN);
        return Optional.of(new Found(new Element.TableConstraint(constraint), guard));
    }

    private Found check(int start, Optional<Identifier> name, Guard guard) {
        ConstraintRule rule = new ConstraintRule.Check(in.inParentheses("a condition"));
        Checking checking = checking();
        return new Found(new Element.TableConstraint(new Constraint(in.since(start), name, rule, checking)), guard);
    }

    /** Reads {@code [NOT] ENFORCED} or nothing. */
    Checking checking() {
        return enforcement()
                .map(enforcement -> new Checking(
                        Validity.VALIDATED, enforcement, Deferral.UNSAID, Inheritance.UNSAID, Optional.empty()))
                .orElse(Checking.PLAIN);
    }

    private Optional<Enforcement> enforcement() {
        if (in.mariadb()) {
            return Optional.empty();
        }
        if (cursor.take("NOT", "ENFORCED")) {
            return Optional.of(Enforcement.NOT_ENFORCED);
        }
        return cursor.take("ENFORCED") ? Optional.of(Enforcement.ENFORCED) : Optional.empty();
    }

    private Optional<Identifier> name() {
        return in.atName() ? Optional.of(in.identifier("a name")) : Optional.empty();
    }

    private ConstraintRule.Key key(Optional<Identifier> name) {
        Optional<Identifier> before = parts.method();
        List<IndexElement> elements = parts.elements();
        List<Option> options = new ArrayList<>(0);
        Optional<Identifier> behind = parts.options(options);
        return new ConstraintRule.Key(
                elements,
                Optional.empty(),
                name,
                behind.isPresent() ? behind : before,
                List.of(),
                Nulls.UNSAID,
                options);
    }

    private ForeignKey foreignKey() {
        Optional<Identifier> name = name();
        List<Identifier> columns = in.identifiersInParentheses("a column");
        return new ForeignKey(columns, references(), name);
    }

    /** Reads {@code REFERENCES} and what follows it. */
    References references() {
        in.expect("REFERENCES");
        QualifiedName table = in.name("a table");
        List<Identifier> columns = cursor.isSymbol('(') ? in.identifiersInParentheses("a column") : List.of();
        Optional<String> match = cursor.take("MATCH") ? Optional.of(match()) : Optional.empty();
        Optional<String> onDelete = Optional.empty();
        Optional<String> onUpdate = Optional.empty();
        while (cursor.is("ON")) {
            if (onDelete.isEmpty() && cursor.take("ON", "DELETE")) {
                onDelete = Optional.of(action());
            } else if (onUpdate.isEmpty() && cursor.take("ON", "UPDATE")) {
                onUpdate = Optional.of(action());
            } else {
                throw in.expected("one ON DELETE and one ON UPDATE");
            }
        }
        return new References(table, columns, match, onDelete, onUpdate);
    }

    private String match() {
        String match = cursor.upper();
        switch (match) {
            case "FULL", "PARTIAL", "SIMPLE" -> cursor.advance();
            default -> throw in.expected("FULL, PARTIAL or SIMPLE");
        }
        return match;
    }

    private String action() {
        if (cursor.take("RESTRICT")) {
            return "RESTRICT";
        }
        if (cursor.take("CASCADE")) {
            return "CASCADE";
        }
        if (cursor.take("SET", "NULL")) {
            return "SET NULL";
        }
        if (cursor.take("SET", "DEFAULT")) {
            return "SET DEFAULT";
        }
        if (cursor.take("NO", "ACTION")) {
            return "NO ACTION";
        }
        throw in.expected("RESTRICT, CASCADE, SET NULL, SET DEFAULT or NO ACTION");
    }

    private Optional<Found> index(int start) {
        if (in.takeEither("INDEX", "KEY")) {
            Guard guard = in.mariadbIfNotExists();
            return Optional.of(new Found(new Element.Index(index(start, "INDEX")), guard));
        }
        Optional<String> kind = special();
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        in.takeEither("INDEX", "KEY");
        Guard guard = in.mariadbIfNotExists();
        return Optional.of(new Found(new Element.Index(index(start, kind.get())), guard));
    }

    private Optional<String> special() {
        if (cursor.take("FULLTEXT")) {
            return Optional.of("FULLTEXT");
        }
        if (cursor.take("SPATIAL")) {
            return Optional.of("SPATIAL");
        }
        boolean vector = in.mariadb() && (in.sees("VECTOR", "INDEX") || in.sees("VECTOR", "KEY"));
        return vector && cursor.take("VECTOR") ? Optional.of("VECTOR") : Optional.empty();
    }

    private TableIndex index(int start, String kind) {
        Optional<Identifier> name = name();
        if (!kind.equals("INDEX") && !cursor.isSymbol('(')) {
            throw in.expected("\"(\"");
        }
        ConstraintRule.Key key = key(Optional.empty());
        parts.checkFor(kind, key.method(), key.options());
        return new TableIndex(in.since(start), kind, name, key.method(), key.elements(), key.options());
    }
}
