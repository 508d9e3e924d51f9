package dev.godwit.sql.postgres;

import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute.Identity.When;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.Token;
import java.util.Optional;

/** Reads what follows {@code ALTER COLUMN}. */
final class PostgresAlterColumn {
    private final PostgresReader in;
    private final PostgresTypeNames types;
    private final PostgresColumns columns;
    private final PostgresOptions options;

    PostgresAlterColumn(PostgresReader in, PostgresTypeNames types, PostgresColumns columns, PostgresOptions options) {
        this.in = in;
        this.types = types;
        this.columns = columns;
        this.options = options;
    }

    ColumnAction action() {
        Identifier column = column();
        if (in.take("TYPE")) {
            return type(column);
        }
        if (in.take("DROP")) {
            return drop(column);
        }
        if (in.take("ADD")) {
            in.expect("GENERATED");
            When when = generated();
            in.expect("AS", "IDENTITY");
            return new ColumnAction.AddIdentity(column, columns.identity(when));
        }
        if (in.take("RESET")) {
            return setting(column, "RESET");
        }
        if (in.take("OPTIONS")) {
            return setting(column, "OPTIONS");
        }
        if (in.is("RESTART")) {
            return identity(column);
        }
        long place = in.place();
        Optional<ColumnAction> set = set(column);
        if (set.isPresent()) {
            return set.get();
        }
        in.back(place);
        return identity(column);
    }

    // An index has no names for its expressions: they are known by their numbers.
    private Identifier column() {
        if (in.token() != Token.NUMBER) {
            return in.name("a column");
        }
        Identifier number = new Identifier(in.text());
        in.advance();
        if (!in.is("SET") || !in.then("STATISTICS")) {
            throw in.missing("SET STATISTICS");
        }
        return number;
    }

    private ColumnAction type(Identifier column) {
        TypeName type = types.type();
        Optional<QualifiedName> collation =
                in.take("COLLATE") ? Optional.of(in.qualified("a collation")) : Optional.empty();
        Optional<Expression> using = in.take("USING") ? Optional.of(in.expression("an expression")) : Optional.empty();
        return new ColumnAction.ChangeType(column, type, collation, using);
    }

    private ColumnAction drop(Identifier column) {
        if (in.take("DEFAULT")) {
            return new ColumnAction.DropDefault(column);
        }
        if (in.take("NOT")) {
            in.expect("NULL");
            return new ColumnAction.DropNotNull(column);
        }
        if (in.take("EXPRESSION")) {
            return new ColumnAction.DropExpression(column, in.ifExists());
        }
        in.expect("IDENTITY");
        return new ColumnAction.DropIdentity(column, in.ifExists());
    }

    private Optional<ColumnAction> set(Identifier column) {
        in.expect("SET");
        if (in.take("DEFAULT")) {
            return Optional.of(new ColumnAction.SetDefault(column, in.expression("a value")));
        }
        if (in.take("NOT")) {
            in.expect("NULL");
            return Optional.of(new ColumnAction.SetNotNull(column, Optional.empty()));
        }
        if (in.take("DATA")) {
            in.expect("TYPE");
            return Optional.of(type(column));
        }
        if (in.isSymbol('(')) {
            return Optional.of(setting(column, "SET"));
        }
        if (in.take("EXPRESSION")) {
            in.expect("AS");
            return Optional.of(new ColumnAction.SetExpression(column, in.inParentheses("an expression")));
        }
        return setOption(column);
    }

    private ColumnAction setting(Identifier column, String words) {
        return new ColumnAction.SetColumnOption(column, new Option(words, Optional.of(in.inParentheses("an option"))));
    }

    private Optional<ColumnAction> setOption(Identifier column) {
        if (in.take("STATISTICS")) {
            Expression value = in.is("DEFAULT") ? in.piece("a number") : in.number();
            return Optional.of(
                    new ColumnAction.SetColumnOption(column, new Option("SET STATISTICS", Optional.of(value))));
        }
        if (in.is("STORAGE") || in.is("COMPRESSION")) {
            String words = "SET " + in.upper();
            in.advance();
            return Optional.of(new ColumnAction.SetColumnOption(column, options.valued(words)));
        }
        return Optional.empty();
    }

    private ColumnAction identity(Identifier column) {
        int mark = in.mark();
        do {
            boolean generated = in.take("SET") && in.take("GENERATED");
            if (generated) {
                generated();
            } else if (!options.one()) {
                throw in.missing("what is to be set");
            }
        } while (in.is("SET") || in.is("RESTART"));
        return new ColumnAction.SetIdentity(column, in.textSince(mark));
    }

    private When generated() {
        if (in.take("BY")) {
            in.expect("DEFAULT");
            return When.BY_DEFAULT;
        }
        in.expect("ALWAYS");
        return When.ALWAYS;
    }
}
