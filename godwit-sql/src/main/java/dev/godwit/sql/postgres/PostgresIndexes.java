package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule.Nulls;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads indexes. */
final class PostgresIndexes {
    private final PostgresReader in;
    private final PostgresOptions options;

    PostgresIndexes(PostgresReader in, PostgresOptions options) {
        this.in = in;
        this.options = options;
    }

    /** Reads what follows CREATE INDEX or CREATE UNIQUE INDEX. */
    Statement create(String kind) {
        Concurrency concurrency = concurrency();
        Guard guard = in.ifNotExists();
        Optional<QualifiedName> name =
                in.is("ON") ? Optional.empty() : Optional.of(in.qualified("the name of the index or ON"));
        in.expect("ON");
        Scope scope = in.only();
        QualifiedName table = in.relation(scope);
        Optional<Identifier> method = in.take("USING") ? Optional.of(in.name("an index method")) : Optional.empty();
        List<IndexElement> elements = elements();
        List<Identifier> include = include();
        Nulls nulls = nulls();
        List<Option> settings = new ArrayList<>(0);
        if (in.take("WITH")) {
            settings.addAll(options.settings());
        }
        if (in.take("TABLESPACE")) {
            settings.add(options.named("TABLESPACE", "a tablespace"));
        }
        Optional<Expression> where = in.take("WHERE") ? Optional.of(in.all("a condition")) : Optional.empty();
        return new CreateIndex(
                in.span(),
                kind,
                concurrency,
                guard,
                name,
                scope,
                table,
                method,
                elements,
                include,
                nulls,
                settings,
                where);
    }

    /** Reads what follows DROP INDEX. */
    Statement drop() {
        Concurrency concurrency = concurrency();
        Guard guard = in.ifExists();
        List<QualifiedName> names = in.qualifiedList("an index");
        Behavior behavior = in.behavior();
        return new DropIndex(in.span(), concurrency, guard, names, behavior, List.of());
    }

    /** Reads what follows REINDEX. */
    Statement reindex() {
        List<Option> settings = new ArrayList<>(0);
        Concurrency concurrency = Concurrency.PLAIN;
        if (in.takeSymbol('(')) {
            do {
                if (in.take("CONCURRENTLY")) {
                    concurrency = switchedOn() ? Concurrency.CONCURRENTLY : Concurrency.PLAIN;
                } else {
                    settings.add(reindexOption());
                }
            } while (in.takeSymbol(','));
            in.expect(')');
        }
        String target =
                in.oneOf("INDEX, TABLE, SCHEMA, DATABASE or SYSTEM", "INDEX", "TABLE", "SCHEMA", "DATABASE", "SYSTEM");
        if (in.take("CONCURRENTLY")) {
            concurrency = Concurrency.CONCURRENTLY;
        }
        Optional<QualifiedName> name = in.atEnd() && mayBeNameless(target)
                ? Optional.empty()
                : Optional.of(in.qualified("the name of what is indexed"));
        return new Reindex(in.span(), concurrency, target, name, settings);
    }

    private static boolean mayBeNameless(String target) {
        return target.equals("DATABASE") || target.equals("SYSTEM");
    }

    private boolean switchedOn() {
        boolean said = !in.isSymbol(',') && !in.isSymbol(')');
        return !said || !PostgresSplitter.off(in.piece("on or off").text());
    }

    private Option reindexOption() {
        String name = in.label("an option").name().toUpperCase(Locale.ROOT);
        boolean said = !in.isSymbol(',') && !in.isSymbol(')');
        return new Option(name, said ? Optional.of(in.piece("a value")) : Optional.empty());
    }

    private Concurrency concurrency() {
        return in.take("CONCURRENTLY") ? Concurrency.CONCURRENTLY : Concurrency.PLAIN;
    }

    /** Reads the elements of an index in their parentheses. */
    List<IndexElement> elements() {
        in.expect('(');
        List<IndexElement> elements = new ArrayList<>(2);
        do {
            elements.add(element());
        } while (in.takeSymbol(','));
        in.expect(')');
        return elements;
    }

    private IndexElement element() {
        Optional<Identifier> column = Optional.empty();
        Optional<Expression> expression = Optional.empty();
        if (in.isSymbol('(')) {
            expression = Optional.of(in.inParentheses("an expression"));
        } else if (atCall()) {
            expression = Optional.of(call());
        } else {
            column = Optional.of(in.name("a column or an expression"));
        }
        Optional<QualifiedName> collation =
                in.take("COLLATE") ? Optional.of(in.qualified("a collation")) : Optional.empty();
        return new IndexElement(column, expression, Optional.empty(), collation, operatorClass(), order());
    }

    // Only a call may stand without parentheses: a name with an argument list, or a word such as COALESCE or
    // CURRENT_DATE.
    private boolean atCall() {
        if (in.token() != Token.WORD && in.token() != Token.QUOTED_NAME) {
            return false;
        }
        return !in.atName() || in.thenSymbol('(') || in.thenSymbol('.');
    }

    private Expression call() {
        int mark = in.mark();
        do {
            in.label("a function");
        } while (in.takeSymbol('.'));
        if (in.isSymbol('(')) {
            in.pass();
        }
        return in.textSince(mark);
    }

    private Optional<Expression> operatorClass() {
        boolean named = (in.token() == Token.WORD || in.token() == Token.QUOTED_NAME)
                && !in.is("ASC")
                && !in.is("DESC")
                && !in.is("NULLS")
                && !in.is("WITH");
        if (!named) {
            return Optional.empty();
        }
        int mark = in.mark();
        in.qualified("an operator class");
        if (in.isSymbol('(')) {
            in.pass();
        }
        return Optional.of(in.textSince(mark));
    }

    private List<String> order() {
        List<String> order = new ArrayList<>(0);
        if (in.take("ASC")) {
            order.add("ASC");
        } else if (in.take("DESC")) {
            order.add("DESC");
        }
        if (in.take("NULLS")) {
            order.add("NULLS " + in.oneOf("FIRST or LAST", "FIRST", "LAST"));
        }
        return order;
    }

    /** Reads {@code INCLUDE (columns)}. */
    List<Identifier> include() {
        return in.take("INCLUDE") ? in.columns() : List.of();
    }

    /** Reads {@code NULLS [NOT] DISTINCT}. */
    Nulls nulls() {
        if (!in.take("NULLS")) {
            return Nulls.UNSAID;
        }
        Nulls nulls = in.take("NOT") ? Nulls.NOT_DISTINCT : Nulls.DISTINCT;
        in.expect("DISTINCT");
        return nulls;
    }
}
