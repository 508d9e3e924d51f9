package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Dml.Clause;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds names that SQLite takes for strings, since nothing has the name. */
final class DoubleQuotedLiteral implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "sqlite-double-quoted-literal",
                    Category.COMPATIBILITY,
                    "Double quotes are for names, and SQLite takes an unknown one for a string")
            .on(SqliteRules.PRODUCT);

    /** A string in single quotes, or else something in double ones. */
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AlterTable.class, CreateIndex.class, Dml.class);
    }

    /** A name that is none. */
    private record Literal(String text, SourceSpan span) {}

    @Override
    public Stream<Found> check(StatementContext statement) {
        return literals(statement).map(literal -> found(statement, literal));
    }

    private static Stream<Literal> literals(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create ->
                Stream.concat(
                        create.columns().flatMap(DoubleQuotedLiteral::ofDefault),
                        checks(create.constraints(), statement.after().table(create.name())));
            case AlterTable alter ->
                Stream.of(
                                alter.actions(AddColumn.class).flatMap(add -> ofDefault(add.definition())),
                                checks(
                                        alter.actions(AddColumn.class)
                                                .flatMap(add ->
                                                        add.definition().attributes(ColumnAttribute.Constrained.class))
                                                .map(ColumnAttribute.Constrained::constraint),
                                        statement.after().table(alter.table())),
                                checks(
                                        alter.actions(AddConstraint.class).map(AddConstraint::constraint),
                                        statement.after().table(alter.table())))
                        .flatMap(found -> found);
            case CreateIndex create ->
                create.where().stream()
                        .flatMap(where -> strangers(where, statement.before().table(create.table())));
            case Dml dml
            when isPlain(dml) ->
                dml.where().stream()
                        .flatMap(where -> strangers(where, dml.target().flatMap(statement.before()::table)));
            case Statement other -> Stream.empty();
        };
    }

    private static boolean isPlain(Dml dml) {
        return (dml.verb().equals("UPDATE") || dml.verb().equals("DELETE"))
                && !dml.clauses().contains(Clause.FROM)
                && !dml.clauses().contains(Clause.JOIN)
                && !dml.clauses().contains(Clause.SUBQUERY);
    }

    // A DEFAULT can name no column, so whatever stands in double quotes there is a string.
    private static Stream<Literal> ofDefault(ColumnDefinition column) {
        return column.attribute(ColumnAttribute.Default.class).stream().flatMap(said -> quoted(said.value()));
    }

    private static Stream<Literal> checks(Stream<Constraint> constraints, Optional<Table> table) {
        return constraints
                .filter(constraint -> constraint.rule() instanceof Check)
                .flatMap(constraint -> strangers(((Check) constraint.rule()).condition(), table));
    }

    private static Stream<Literal> strangers(Expression expression, Optional<Table> table) {
        Optional<Table> whole = table.filter(known ->
                known.knowledge() == Table.Knowledge.WHOLE && !known.columns().isEmpty());
        return whole.isEmpty() || expression.has("SELECT")
                ? Stream.empty()
                : quoted(expression)
                        .filter(literal -> whole.get()
                                        .column(new Identifier(literal.text()))
                                        .isEmpty()
                                && !whole.get().name().last().name().equalsIgnoreCase(literal.text()));
    }

    private static Stream<Literal> quoted(Expression expression) {
        return QUOTED.matcher(expression.text())
                .results()
                .filter(match -> match.group(1) != null)
                .filter(match -> !expression.text().startsWith(".", match.end()))
                .map(match -> new Literal(match.group(1).replace("\"\"", "\""), expression.span()));
    }

    private static Found found(StatementContext statement, Literal literal) {
        return Found.at(
                        statement,
                        "\"" + literal.text() + "\" is taken for a string now, and for a column as soon as one has the"
                                + " name; a library that is built without that reading refuses it")
                .marking(literal.span())
                .because(
                        "double quotes are for names; SQLite reads an unknown one as a string for the sake of old files")
                .instead(List.of("'" + literal.text().replace("'", "''") + "'"))
                .about(table(statement));
    }

    private static QualifiedName table(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> create.name();
            case AlterTable alter -> alter.table();
            case CreateIndex create -> create.table();
            case Dml dml -> dml.target().orElseThrow();
            case Statement other -> throw new IllegalStateException("no table");
        };
    }
}
