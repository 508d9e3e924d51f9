package dev.godwit.sql.postgres;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ColumnAttribute.Identity.When;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Reads columns. */
final class PostgresColumns {
    private final PostgresReader in;
    private final PostgresTypeNames types;
    private final PostgresConstraints constraints;
    private final PostgresOptions options;

    PostgresColumns(
            PostgresReader in, PostgresTypeNames types, PostgresConstraints constraints, PostgresOptions options) {
        this.in = in;
        this.types = types;
        this.constraints = constraints;
        this.options = options;
    }

    /** Reads a column with its type; a name alone has none. */
    ColumnDefinition column() {
        int mark = in.mark();
        Identifier name = in.name("a column");
        boolean alone = in.isSymbol(',') || in.isSymbol(')');
        Optional<TypeName> type = alone ? Optional.empty() : Optional.of(types.type());
        List<ColumnAttribute> attributes = attributes(name);
        return new ColumnDefinition(in.since(mark), name, type, attributes);
    }

    /** Reads a column of a table that has its types from elsewhere. */
    ColumnDefinition untyped() {
        int mark = in.mark();
        Identifier name = in.name("a column");
        if (in.take("WITH")) {
            in.expect("OPTIONS");
        }
        List<ColumnAttribute> attributes = attributes(name);
        return new ColumnDefinition(in.since(mark), name, Optional.empty(), attributes);
    }

    /** Reads what follows the type of a column or domain; a domain's is called {@code value}. */
    List<ColumnAttribute> attributes(Identifier column) {
        Optional<ColumnAttribute> attribute = attribute(column);
        if (attribute.isEmpty()) {
            return List.of();
        }
        List<ColumnAttribute> attributes = new ArrayList<>(2);
        while (attribute.isPresent()) {
            attributes.add(attribute.get());
            attribute = attribute(column);
        }
        return attributes;
    }

    private Optional<ColumnAttribute> attribute(Identifier column) {
        if (in.atEnd() || in.isSymbol(',') || in.isSymbol(')')) {
            return Optional.empty();
        }
        int mark = in.mark();
        Optional<Identifier> name = constraints.name();
        Optional<ConstraintRule> rule = rule(column);
        if (rule.isPresent()) {
            Constraint.Checking checking = constraints.checking();
            return Optional.of(
                    new ColumnAttribute.Constrained(new Constraint(in.since(mark), name, rule.get(), checking)));
        }
        Optional<ColumnAttribute> value = value();
        if (value.isEmpty() && name.isPresent()) {
            throw in.missing("a constraint");
        }
        return value.isPresent() ? value : setting();
    }

    private Optional<ConstraintRule> rule(Identifier column) {
        if (in.take("NOT", "NULL")) {
            return Optional.of(new ConstraintRule.NotNull(column));
        }
        if (in.take("PRIMARY")) {
            in.expect("KEY");
            return Optional.of(new ConstraintRule.PrimaryKey(constraints.columnKey(column)));
        }
        if (in.take("UNIQUE")) {
            return Optional.of(new ConstraintRule.Unique(constraints.columnKey(column)));
        }
        if (in.take("CHECK")) {
            return Optional.of(constraints.check());
        }
        if (in.take("REFERENCES")) {
            return Optional.of(
                    new ConstraintRule.ForeignKey(List.of(column), constraints.references(), Optional.empty()));
        }
        return Optional.empty();
    }

    private Optional<ColumnAttribute> value() {
        if (in.take("NULL")) {
            return Optional.of(new ColumnAttribute.Nullable());
        }
        if (in.take("DEFAULT")) {
            return Optional.of(new ColumnAttribute.Default(defaultValue()));
        }
        return in.take("GENERATED") ? Optional.of(generated()) : Optional.empty();
    }

    private Optional<ColumnAttribute> setting() {
        if (in.take("COLLATE")) {
            return Optional.of(new ColumnAttribute.Collated(in.qualified("a collation")));
        }
        if (in.take("STORAGE")) {
            return Optional.of(new ColumnAttribute.Setting(options.valued("STORAGE")));
        }
        if (in.take("COMPRESSION")) {
            return Optional.of(new ColumnAttribute.Setting(options.valued("COMPRESSION")));
        }
        return in.take("OPTIONS")
                ? Optional.of(
                        new ColumnAttribute.Setting(new Option("OPTIONS", Optional.of(in.inParentheses("an option")))))
                : Optional.empty();
    }

    private ColumnAttribute generated() {
        if (in.take("BY")) {
            in.expect("DEFAULT", "AS");
            in.expect("IDENTITY");
            return identity(When.BY_DEFAULT);
        }
        in.expect("ALWAYS", "AS");
        if (in.take("IDENTITY")) {
            return identity(When.ALWAYS);
        }
        Expression value = in.inParentheses("an expression");
        return new ColumnAttribute.Generated(value, storing());
    }

    private Storing storing() {
        if (in.take("STORED")) {
            return Storing.STORED;
        }
        return in.take("VIRTUAL") ? Storing.VIRTUAL : Storing.UNSAID;
    }

    /** Reads what follows AS IDENTITY. */
    ColumnAttribute.Identity identity(When when) {
        if (!in.takeSymbol('(')) {
            return new ColumnAttribute.Identity(when, List.of());
        }
        List<Option> read = options.sequence();
        in.expect(')');
        return new ColumnAttribute.Identity(when, read);
    }

    private Expression defaultValue() {
        var end = new EndOfDefault(in);
        if (end.getAsBoolean() && !in.is("NULL")) {
            throw in.missing("a value");
        }
        return in.expression("a value", end);
    }

    /** Knows where an expression ends behind which a column's definition goes on. */
    private static final class EndOfDefault implements BooleanSupplier {
        private final PostgresReader in;
        private int cases;

        EndOfDefault(PostgresReader in) {
            this.in = in;
        }

        @Override
        public boolean getAsBoolean() {
            if (in.token() != Token.WORD) {
                return false;
            }
            if (in.is("CASE")) {
                cases++;
                return false;
            }
            if (cases > 0) {
                cases -= in.is("END") ? 1 : 0;
                return false;
            }
            return in.is("NOT") ? negated() : ends();
        }

        // Of all that begins with NOT only IS NOT DISTINCT FROM and its like can stand in a default without
        // parentheses.
        private boolean negated() {
            return in.then("NULL") || in.then("DEFERRABLE") || in.then("ENFORCED") || in.then("VALID");
        }

        private boolean ends() {
            return in.is("NULL")
                    || in.is("CONSTRAINT")
                    || in.is("CHECK")
                    || in.is("UNIQUE")
                    || in.is("PRIMARY")
                    || in.is("REFERENCES")
                    || in.is("GENERATED")
                    || in.is("COLLATE")
                    || in.is("DEFAULT")
                    || in.is("DEFERRABLE")
                    || in.is("INITIALLY")
                    || in.is("ENFORCED");
        }
    }
}
