package dev.godwit.core.catalog;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.Constraint.Enforcement;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Statements made by hand: this module knows the parser of no product. */
final class Made {
    static final SourceSpan SPAN = new SourceSpan(0, 0);

    private Made() {}

    static Identifier id(String name) {
        return new Identifier(name);
    }

    static QualifiedName name(String dotted) {
        return new QualifiedName(
                Arrays.stream(dotted.split("\\.", -1)).map(Identifier::new).toList());
    }

    static Expression expression(String text) {
        return new SqliteDialect().expression(text);
    }

    static ColumnDefinition column(String name, String type, ConstraintRule... rules) {
        List<ColumnAttribute> attributes = Stream.of(rules)
                .<ColumnAttribute>map(rule -> new ColumnAttribute.Constrained(constraint(rule)))
                .toList();
        return new ColumnDefinition(
                SPAN, id(name), Optional.of(new TypeName(SPAN, name(type), List.of(), List.of(), 0)), attributes);
    }

    static Constraint constraint(ConstraintRule rule) {
        return new Constraint(SPAN, Optional.empty(), rule, Checking.PLAIN);
    }

    static Constraint constraint(String name, ConstraintRule rule) {
        return new Constraint(SPAN, Optional.of(id(name)), rule, Checking.PLAIN);
    }

    static Constraint notValid(String name, ConstraintRule rule) {
        return new Constraint(
                SPAN,
                Optional.of(id(name)),
                rule,
                new Checking(
                        Validity.NOT_VALID, Enforcement.UNSAID, Deferral.UNSAID, Inheritance.UNSAID, Optional.empty()));
    }

    static ConstraintRule.Key key(String... columns) {
        return ConstraintRule.Key.of(Arrays.stream(columns)
                .map(column -> IndexElement.of(id(column)))
                .toList());
    }

    static ConstraintRule primary(String... columns) {
        return new ConstraintRule.PrimaryKey(key(columns));
    }

    static ConstraintRule unique(String... columns) {
        return new ConstraintRule.Unique(key(columns));
    }

    static ConstraintRule notNull(String column) {
        return new ConstraintRule.NotNull(id(column));
    }

    static ConstraintRule check(String condition) {
        return new ConstraintRule.Check(expression(condition));
    }

    static ConstraintRule foreign(String column, String table, String... columns) {
        return new ForeignKey(
                List.of(id(column)),
                new References(
                        name(table),
                        Arrays.stream(columns).map(Identifier::new).toList(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty());
    }

    static CreateTable table(String name, Object... elements) {
        return table(name, Optional.empty(), elements);
    }

    static CreateTable tableAs(String name, String query) {
        return table(name, Optional.of(expression(query)));
    }

    private static CreateTable table(String name, Optional<Expression> query, Object... elements) {
        return new CreateTable(
                SPAN,
                "TABLE",
                CreateTable.Replacement.NONE,
                Persistence.PERMANENT,
                Guard.NONE,
                name(name),
                Stream.of(elements).map(Made::element).toList(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                query,
                List.of());
    }

    private static CreateTable.Element element(Object element) {
        return element instanceof ColumnDefinition column
                ? new CreateTable.Element.Column(column)
                : new CreateTable.Element.TableConstraint((Constraint) element);
    }

    static CreateTable partition(String name, String parent, String bound) {
        CreateTable bare = table(name);
        return new CreateTable(
                SPAN,
                bare.kind(),
                bare.replace(),
                bare.persistence(),
                bare.guard(),
                bare.name(),
                List.of(),
                Optional.empty(),
                Optional.of(new CreateTable.PartitionOf(name(parent), expression(bound))),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    static AlterTable alter(String table, AlterAction... actions) {
        return alter("TABLE", table, actions);
    }

    static AlterTable alter(String kind, String table, AlterAction... actions) {
        return new AlterTable(
                SPAN, kind, Guard.NONE, AlterTable.Scope.WITH_CHILDREN, name(table), List.of(), List.of(actions));
    }

    static AlterAction add(ColumnDefinition column) {
        return new ColumnAction.AddColumn(column, Guard.NONE, ColumnAction.Position.UNSAID);
    }

    static AlterAction add(Constraint constraint) {
        return new ConstraintAction.AddConstraint(constraint, Guard.NONE);
    }

    static AlterAction validate(String constraint) {
        return new ConstraintAction.ValidateConstraint(id(constraint));
    }

    static AlterAction dropColumn(String column, Behavior behavior) {
        return new ColumnAction.DropColumn(id(column), Guard.NONE, behavior);
    }

    static AlterAction renameColumn(String from, String to) {
        return new ColumnAction.RenameColumn(id(from), id(to), Guard.NONE);
    }

    static AlterAction renameTo(String to) {
        return new dev.godwit.sql.TableAction.RenameTable(name(to));
    }

    static Statement.CreateIndex index(String kind, String name, String table, String... columns) {
        return new Statement.CreateIndex(
                SPAN,
                kind,
                Statement.Concurrency.PLAIN,
                Guard.NONE,
                Optional.of(name(name)),
                AlterTable.Scope.WITH_CHILDREN,
                name(table),
                Optional.empty(),
                Arrays.stream(columns)
                        .map(column -> IndexElement.of(id(column)))
                        .toList(),
                List.of(),
                ConstraintRule.Nulls.UNSAID,
                List.of(),
                Optional.empty());
    }

    static Statement.DropIndex dropIndex(String name) {
        return new Statement.DropIndex(
                SPAN, Statement.Concurrency.PLAIN, Guard.NONE, List.of(name(name)), Behavior.UNSAID, List.of());
    }

    static CreateView view(String name, String query) {
        return new CreateView(
                SPAN,
                "CREATE",
                "VIEW",
                CreateTable.Replacement.NONE,
                Persistence.PERMANENT,
                List.of(),
                Guard.NONE,
                name(name),
                List.of(),
                List.of(),
                expression(query),
                List.of());
    }

    static DropObject drop(String kind, String name, Behavior behavior) {
        return new DropObject(
                SPAN,
                kind,
                Persistence.PERMANENT,
                Guard.NONE,
                List.of(name(name)),
                Optional.empty(),
                behavior,
                Optional.empty());
    }

    static Statement control(Statement.TransactionControl.Verb verb) {
        return new Statement.TransactionControl(SPAN, verb);
    }

    static Statement set(String name, String value, Statement.SessionSetting.Reach reach) {
        return new Statement.SessionSetting(SPAN, name, Optional.of(value), reach);
    }
}
