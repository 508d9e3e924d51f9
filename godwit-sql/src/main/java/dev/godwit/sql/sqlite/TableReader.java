package dev.godwit.sql.sqlite;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE TABLE and ALTER TABLE. */
final class TableReader {
    private final Input in;
    private final ConstraintReader constraints;
    private final ColumnReader columns;

    TableReader(Input in, ConstraintReader constraints) {
        this.in = in;
        this.constraints = constraints;
        this.columns = new ColumnReader(in, constraints);
    }

    /** Reads what follows CREATE TABLE. */
    CreateTable create(Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("a table");
        if (in.take("AS")) {
            Expression query = in.rest("a query");
            return table("TABLE", persistence, guard, name, List.of(), List.of(), Optional.of(query));
        }
        List<Element> elements = elements();
        List<Option> options = options();
        in.expectEnd();
        return table("TABLE", persistence, guard, name, elements, options, Optional.empty());
    }

    /** Reads what follows CREATE VIRTUAL TABLE. */
    CreateTable createVirtual() {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("a table");
        in.expect("USING");
        Option module = new Option("USING", Optional.of(in.rest("a module")));
        return table("VIRTUAL TABLE", Persistence.PERMANENT, guard, name, List.of(), List.of(module), Optional.empty());
    }

    private CreateTable table(
            String kind,
            Persistence persistence,
            Guard guard,
            QualifiedName name,
            List<Element> elements,
            List<Option> options,
            Optional<Expression> query) {
        return new CreateTable(
                in.span(),
                kind,
                CreateTable.Replacement.NONE,
                persistence,
                guard,
                name,
                elements,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                options,
                query,
                List.of());
    }

    private List<Element> elements() {
        in.expectSymbol('(');
        List<Element> elements = new ArrayList<>(8);
        elements.add(new Element.Column(columns.column()));
        boolean more = in.takeSymbol(',');
        while (more && !constraints.atTableConstraint()) {
            elements.add(new Element.Column(columns.column()));
            more = in.takeSymbol(',');
        }
        // between constraints the comma may be left out
        while (more || constraints.atTableConstraint()) {
            constraints.ofTable().ifPresent(constraint -> elements.add(new Element.TableConstraint(constraint)));
            more = in.takeSymbol(',');
        }
        in.expectSymbol(')');
        return elements;
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>(0);
        if (in.cursor().atEnd()) {
            return options;
        }
        do {
            if (in.take("WITHOUT")) {
                in.expect("ROWID");
                options.add(new Option("WITHOUT ROWID", Optional.empty()));
            } else {
                in.expect("STRICT");
                options.add(new Option("STRICT", Optional.empty()));
            }
        } while (in.takeSymbol(','));
        return options;
    }

    /** Reads what follows ALTER TABLE; 3.53 and newer can also change NOT NULL and CHECK. */
    AlterTable alter() {
        QualifiedName name = in.qualified("a table");
        AlterAction action = action();
        in.expectEnd();
        return new AlterTable(
                in.span(), "TABLE", Guard.NONE, AlterTable.Scope.WITH_CHILDREN, name, List.of(), List.of(action));
    }

    private AlterAction action() {
        if (in.take("RENAME")) {
            return rename();
        }
        if (in.take("ADD")) {
            return add();
        }
        if (in.take("DROP")) {
            return drop();
        }
        in.expect("ALTER");
        in.take("COLUMN");
        Identifier column = in.name("a column");
        if (in.take("SET")) {
            in.expect("NOT", "NULL");
            return new ColumnAction.SetNotNull(column, constraints.conflict());
        }
        in.expect("DROP", "NOT", "NULL");
        return new ColumnAction.DropNotNull(column);
    }

    private AlterAction rename() {
        if (in.take("TO")) {
            return new TableAction.RenameTable(new QualifiedName(List.of(in.name("a table"))));
        }
        in.take("COLUMN");
        Identifier from = in.name("a column");
        in.expect("TO");
        return new ColumnAction.RenameColumn(from, in.name("a column"), Guard.NONE);
    }

    private AlterAction add() {
        if (!constraints.atTableConstraint()) {
            in.take("COLUMN");
            return new ColumnAction.AddColumn(columns.column(), Guard.NONE, Position.UNSAID);
        }
        int mark = in.cursor().mark();
        Optional<Identifier> name = constraints.name();
        in.expect("CHECK");
        ConstraintRule check = constraints.check();
        Constraint.Checking checking = constraints.checking(check);
        return new ConstraintAction.AddConstraint(
                new Constraint(in.cursor().spanSince(mark), name, check, checking), Guard.NONE);
    }

    private AlterAction drop() {
        if (in.take("CONSTRAINT")) {
            return new DropConstraint(
                    DropConstraint.Kind.CONSTRAINT, Optional.of(in.name("a constraint")), Guard.NONE, Behavior.UNSAID);
        }
        in.take("COLUMN");
        return new ColumnAction.DropColumn(in.name("a column"), Guard.NONE, Behavior.UNSAID);
    }
}
