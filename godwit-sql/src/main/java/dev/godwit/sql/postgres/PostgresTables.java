package dev.godwit.sql.postgres;

import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.CreateTable.PartitionOf;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads CREATE TABLE and CREATE FOREIGN TABLE. */
final class PostgresTables {
    private enum Columns {
        TYPED,
        UNTYPED
    }

    private final PostgresReader in;
    private final PostgresColumns columns;
    private final PostgresConstraints constraints;
    private final PostgresOptions options;

    PostgresTables(
            PostgresReader in, PostgresColumns columns, PostgresConstraints constraints, PostgresOptions options) {
        this.in = in;
        this.columns = columns;
        this.constraints = constraints;
        this.options = options;
    }

    /** Reads what follows {@code kind}. */
    Statement create(String kind, Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("a table");
        List<Element> elements = List.of();
        Optional<QualifiedName> ofType = Optional.empty();
        Optional<PartitionOf> partitionOf = Optional.empty();
        if (in.take("OF")) {
            ofType = Optional.of(in.qualifiedWord("a type"));
            elements = in.isSymbol('(') ? elements(Columns.UNTYPED) : elements;
        } else if (in.take("PARTITION")) {
            in.expect("OF");
            QualifiedName parent = in.qualified("a table");
            elements = in.isSymbol('(') ? elements(Columns.UNTYPED) : elements;
            partitionOf = Optional.of(new PartitionOf(parent, bound()));
        } else if (in.isSymbol('(')) {
            elements = elements(Columns.TYPED);
        } else if (!in.is("AS") && !in.is("USING") && !in.is("WITH") && !in.is("ON") && !in.is("TABLESPACE")) {
            throw in.missing("\"(\"");
        }
        List<QualifiedName> inherits = inherits();
        Optional<PartitionScheme> partitioning = partitioning();
        List<Option> settings = settings();
        Optional<Expression> query = in.take("AS") ? Optional.of(query()) : Optional.empty();
        List<String> queryOptions = query.isPresent() ? data() : List.of();
        boolean bare = ofType.isEmpty() && partitionOf.isEmpty() && query.isEmpty();
        if (bare) {
            checkTypes(elements);
        }
        return new CreateTable(
                in.span(),
                kind,
                Replacement.NONE,
                persistence,
                guard,
                name,
                elements,
                ofType,
                partitionOf,
                inherits,
                partitioning,
                settings,
                query,
                queryOptions);
    }

    // Only a table that is filled by a query can do without types.
    private static void checkTypes(List<Element> elements) {
        for (Element element : elements) {
            if (element instanceof Element.Column column
                    && column.definition().type().isEmpty()) {
                throw new UnreadableException("the column \"%s\" has no type"
                        .formatted(column.definition().name()));
            }
        }
    }

    private List<Element> elements(Columns sort) {
        in.expect('(');
        List<Element> elements = new ArrayList<>();
        if (in.takeSymbol(')')) {
            return elements;
        }
        do {
            elements.add(element(sort));
        } while (in.takeSymbol(','));
        in.expect(')');
        return elements;
    }

    private Element element(Columns sort) {
        if (constraints.atTableConstraint()) {
            return new Element.TableConstraint(constraints.ofTable());
        }
        if (in.take("LIKE")) {
            return like();
        }
        return new Element.Column(sort == Columns.UNTYPED ? columns.untyped() : columns.column());
    }

    private Element like() {
        QualifiedName source = in.qualified("a table");
        List<String> words = new ArrayList<>(0);
        while (in.is("INCLUDING") || in.is("EXCLUDING")) {
            String word = in.upper();
            in.advance();
            words.add(word + " " + in.label("what is copied").name().toUpperCase(Locale.ROOT));
        }
        return new Element.Like(source, words);
    }

    /** Reads the bound of a partition. */
    Expression bound() {
        int mark = in.mark();
        if (in.take("DEFAULT")) {
            return in.textSince(mark);
        }
        in.expect("FOR", "VALUES");
        if (in.take("FROM")) {
            in.inParentheses("a value");
            in.expect("TO");
        } else if (!in.take("IN")) {
            in.expect("WITH");
        }
        in.inParentheses("a value");
        return in.textSince(mark);
    }

    private List<QualifiedName> inherits() {
        if (!in.take("INHERITS")) {
            return List.of();
        }
        in.expect('(');
        List<QualifiedName> parents = in.qualifiedList("a table");
        in.expect(')');
        return parents;
    }

    private Optional<PartitionScheme> partitioning() {
        if (!in.take("PARTITION", "BY")) {
            return Optional.empty();
        }
        String strategy = in.name("LIST, RANGE or HASH").name().toUpperCase(Locale.ROOT);
        return Optional.of(new PartitionScheme(
                strategy, Optional.of(in.inParentheses("a column or an expression")), Optional.empty()));
    }

    private List<Option> settings() {
        List<Option> read = new ArrayList<>(0);
        if (in.take("USING")) {
            read.add(options.named("USING", "a table access method"));
        }
        if (in.take("WITH")) {
            read.addAll(options.settings());
        } else if (in.take("WITHOUT")) {
            in.expect("OIDS");
            read.add(new Option("WITHOUT OIDS", Optional.empty()));
        }
        if (in.take("ON")) {
            in.expect("COMMIT");
            read.add(onCommit());
        }
        if (in.take("TABLESPACE")) {
            read.add(options.named("TABLESPACE", "a tablespace"));
        }
        if (in.take("SERVER")) {
            read.add(options.named("SERVER", "a server"));
        }
        if (in.take("OPTIONS")) {
            read.add(new Option("OPTIONS", Optional.of(in.inParentheses("an option"))));
        }
        return read;
    }

    private Option onCommit() {
        int mark = in.mark();
        if (!in.take("DROP")) {
            in.oneOf("DROP, DELETE ROWS or PRESERVE ROWS", "DELETE", "PRESERVE");
            in.expect("ROWS");
        }
        return new Option("ON COMMIT", Optional.of(in.textSince(mark)));
    }

    /** Reads the query that fills a table. */
    Expression query() {
        return in.clause("a query", this::atData);
    }

    private boolean atData() {
        if (!in.is("WITH")) {
            return false;
        }
        long place = in.place();
        in.advance();
        boolean data = (in.take("NO") || in.is("DATA")) && in.take("DATA") && in.atEnd();
        in.back(place);
        return data;
    }

    /** Reads {@code WITH DATA} and {@code WITH NO DATA}. */
    List<String> data() {
        if (!in.take("WITH")) {
            return List.of();
        }
        String data = in.take("NO") ? "WITH NO DATA" : "WITH DATA";
        in.expect("DATA");
        return List.of(data);
    }
}
