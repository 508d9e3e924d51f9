package dev.godwit.postgres.lint;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Makes statements that are safer than those that were written. */
final class Sql {
    private static final SourceSpan NOWHERE = new SourceSpan(0, 0);
    private static final int LONGEST_NAME = 63;

    private Sql() {}

    /** An ALTER TABLE of that table. */
    static AlterTable alter(QualifiedName table, AlterAction... actions) {
        return new AlterTable(
                NOWHERE, "TABLE", Guard.NONE, AlterTable.Scope.WITH_CHILDREN, table, List.of(), List.of(actions));
    }

    /** The same constraint, with a name, without a look at the rows that are there. */
    static AddConstraint notValid(AddConstraint add, Identifier name) {
        Constraint constraint = add.constraint();
        Checking checking = constraint.checking();
        return new AddConstraint(
                new Constraint(
                        constraint.span(),
                        Optional.of(name),
                        constraint.rule(),
                        new Checking(
                                Validity.NOT_VALID,
                                checking.enforced(),
                                checking.deferral(),
                                checking.inheritance(),
                                checking.conflict())),
                add.guard());
    }

    /** A constraint that the rows which are there are not checked against. */
    static AddConstraint notValid(Identifier name, ConstraintRule rule) {
        return notValid(
                new AddConstraint(new Constraint(NOWHERE, Optional.of(name), rule, Checking.PLAIN), Guard.NONE), name);
    }

    /** A key made of an index that is there. */
    static AddConstraint usingIndex(Identifier name, Constraint constraint) {
        ConstraintRule.Key key = new ConstraintRule.Key(
                List.of(),
                Optional.of(name),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                ConstraintRule.Nulls.UNSAID,
                List.of());
        ConstraintRule rule = constraint.rule() instanceof PrimaryKey ? new PrimaryKey(key) : new Unique(key);
        return new AddConstraint(new Constraint(NOWHERE, Optional.of(name), rule, constraint.checking()), Guard.NONE);
    }

    /** {@code CREATE UNIQUE INDEX CONCURRENTLY} for a key. */
    static CreateIndex uniqueIndex(Identifier name, QualifiedName table, ConstraintRule.Key key) {
        return new CreateIndex(
                NOWHERE,
                "UNIQUE",
                Concurrency.CONCURRENTLY,
                Guard.NONE,
                Optional.of(new QualifiedName(List.of(name))),
                AlterTable.Scope.WITH_CHILDREN,
                table,
                Optional.empty(),
                key.elements(),
                key.include(),
                key.nulls(),
                List.of(),
                Optional.empty());
    }

    /** The same index, built while others write. */
    static CreateIndex concurrently(CreateIndex index) {
        return new CreateIndex(
                index.span(),
                index.kind(),
                Concurrency.CONCURRENTLY,
                index.guard(),
                index.name(),
                index.scope(),
                index.table(),
                index.method(),
                index.elements(),
                index.include(),
                index.nulls(),
                index.options(),
                index.where());
    }

    /** The same column without some of what is said of it. */
    static AddColumn without(AddColumn add, Predicate<ColumnAttribute> left) {
        ColumnDefinition column = add.definition();
        List<ColumnAttribute> kept =
                column.attributes().stream().filter(left.negate()).toList();
        return new AddColumn(
                new ColumnDefinition(column.span(), column.name(), column.type(), kept), add.guard(), add.position());
    }

    /** The same column with another type. */
    static AddColumn typed(AddColumn add, String type) {
        ColumnDefinition column = add.definition();
        TypeName name = type(type);
        return new AddColumn(
                new ColumnDefinition(column.span(), column.name(), Optional.of(name), column.attributes()),
                add.guard(),
                add.position());
    }

    /** A type without arguments. */
    static TypeName type(String name) {
        return new TypeName(NOWHERE, name(name), List.of(), List.of(), 0);
    }

    /** A name of one part. */
    static QualifiedName name(String name) {
        return new QualifiedName(List.of(new Identifier(name)));
    }

    /** A name made of the table's and more, no longer than the server keeps. */
    static Identifier name(QualifiedName table, String... more) {
        String name = table.last().name() + "_" + String.join("_", more);
        return new Identifier(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
    }

    /** {@code CHECK (column IS NOT NULL)}. */
    static ConstraintRule present(StatementContext context, Identifier column) {
        String text = context.sql(new QualifiedName(List.of(column))) + " IS NOT NULL";
        return new Check(new Expression(
                NOWHERE,
                text,
                List.of(
                        new Lexeme(Lexeme.Kind.NAME, column.name()),
                        new Lexeme(Lexeme.Kind.WORD, "is"),
                        new Lexeme(Lexeme.Kind.WORD, "not"),
                        new Lexeme(Lexeme.Kind.WORD, "null"))));
    }
}
