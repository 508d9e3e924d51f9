package dev.godwit.sql.sqlite;

import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;

/** Reads what makes and removes indexes, views and triggers. */
final class ObjectReader {
    private final Input in;
    private final ConstraintReader constraints;

    ObjectReader(Input in, ConstraintReader constraints) {
        this.in = in;
        this.constraints = constraints;
    }

    /** Reads what follows CREATE INDEX. */
    CreateIndex index(String kind) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("an index");
        in.expect("ON");
        QualifiedName table = new QualifiedName(List.of(in.name("a table")));
        List<IndexElement> elements = constraints.elements();
        Optional<Expression> where = in.take("WHERE") ? Optional.of(in.rest("a condition")) : Optional.empty();
        in.expectEnd();
        return new CreateIndex(
                in.span(),
                kind,
                Concurrency.PLAIN,
                guard,
                Optional.of(name),
                AlterTable.Scope.WITH_CHILDREN,
                table,
                Optional.empty(),
                elements,
                List.of(),
                ConstraintRule.Nulls.UNSAID,
                List.of(),
                where);
    }

    /** Reads what follows CREATE VIEW. */
    CreateView view(Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("a view");
        List<Identifier> columns = in.isSymbol('(') ? in.list(() -> in.name("a column")) : List.of();
        in.expect("AS");
        return new CreateView(
                in.span(),
                "CREATE",
                "VIEW",
                Replacement.NONE,
                persistence,
                List.of(),
                guard,
                name,
                columns,
                List.of(),
                in.rest("a query"),
                List.of());
    }

    /** Reads what follows CREATE TRIGGER; a temporary one is one of the database {@code temp}. */
    CreateTrigger trigger(Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName written = in.qualified("a trigger");
        QualifiedName name =
                persistence == Persistence.TEMPORARY && written.parts().size() == 1
                        ? new QualifiedName(List.of(new Identifier("temp"), written.last()))
                        : written;
        String timing = timing();
        String event = in.oneOf("DELETE", "INSERT", "UPDATE").orElseThrow(() -> in.missing("an event"));
        List<Identifier> columns = event.equals("UPDATE") && in.take("OF") ? columns() : List.of();
        in.expect("ON");
        QualifiedName table = in.qualified("a table");
        Optional<String> level = in.take("FOR") ? Optional.of(level()) : Optional.empty();
        int rest = in.cursor().mark();
        if (in.take("WHEN")) {
            in.cursor().find("BEGIN");
        }
        in.expect("BEGIN");
        return new CreateTrigger(
                in.span(),
                Replacement.NONE,
                guard,
                name,
                table,
                timing,
                List.of(event),
                columns,
                level,
                new SourceSpan(rest, Math.max(rest, in.span().end())));
    }

    private String timing() {
        if (in.take("INSTEAD")) {
            in.expect("OF");
            return "INSTEAD OF";
        }
        return in.oneOf("BEFORE", "AFTER").orElse("BEFORE");
    }

    private String level() {
        in.expect("EACH", "ROW");
        return "ROW";
    }

    private List<Identifier> columns() {
        List<Identifier> columns = new java.util.ArrayList<>(1);
        do {
            columns.add(in.name("a column"));
        } while (in.takeSymbol(','));
        return columns;
    }

    /** Reads what follows DROP. */
    Statement drop() {
        String kind = in.oneOf("TABLE", "VIEW", "TRIGGER", "INDEX").orElseThrow(() -> in.missing("what to drop"));
        Guard guard = in.ifExists();
        List<QualifiedName> names = List.of(in.qualified("a name"));
        in.expectEnd();
        return kind.equals("INDEX")
                ? new DropIndex(in.span(), Concurrency.PLAIN, guard, names, Behavior.UNSAID, List.of())
                : new DropObject(
                        in.span(),
                        kind,
                        Persistence.PERMANENT,
                        guard,
                        names,
                        Optional.empty(),
                        Behavior.UNSAID,
                        Optional.empty());
    }
}
