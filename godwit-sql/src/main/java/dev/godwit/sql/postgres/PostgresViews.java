package dev.godwit.sql.postgres;

import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads views, materialized views and sequences. */
final class PostgresViews {
    private final PostgresReader in;
    private final PostgresTables tables;
    private final PostgresOptions options;

    PostgresViews(PostgresReader in, PostgresTables tables, PostgresOptions options) {
        this.in = in;
        this.tables = tables;
        this.options = options;
    }

    /** Reads what follows CREATE VIEW, or CREATE RECURSIVE VIEW as {@code modifiers} say. */
    Statement view(Replacement replace, Persistence persistence, List<Option> modifiers) {
        QualifiedName name = in.qualified("a view");
        List<Identifier> columns = in.isSymbol('(') ? in.columns() : List.of();
        List<Option> settings = in.take("WITH") ? options.settings() : List.of();
        in.expect("AS");
        Expression query = in.clause("a query", this::atCheckOption);
        return new CreateView(
                in.span(),
                "CREATE",
                "VIEW",
                replace,
                persistence,
                modifiers,
                Guard.NONE,
                name,
                columns,
                settings,
                query,
                checkOption());
    }

    private boolean atCheckOption() {
        if (!in.is("WITH")) {
            return false;
        }
        long place = in.place();
        in.advance();
        if (!in.take("LOCAL")) {
            in.take("CASCADED");
        }
        boolean check = in.take("CHECK", "OPTION");
        in.back(place);
        return check;
    }

    private List<String> checkOption() {
        if (!in.take("WITH")) {
            return List.of();
        }
        String reach = in.take("LOCAL") ? "LOCAL " : in.take("CASCADED") ? "CASCADED " : "";
        in.expect("CHECK", "OPTION");
        return List.of("WITH " + reach + "CHECK OPTION");
    }

    /** Reads what follows CREATE MATERIALIZED VIEW. */
    Statement materialized(Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("a materialized view");
        List<Identifier> columns = in.isSymbol('(') ? in.columns() : List.of();
        List<Option> settings = new ArrayList<>(0);
        if (in.take("USING")) {
            settings.add(options.named("USING", "a table access method"));
        }
        if (in.take("WITH")) {
            settings.addAll(options.settings());
        }
        if (in.take("TABLESPACE")) {
            settings.add(options.named("TABLESPACE", "a tablespace"));
        }
        in.expect("AS");
        Expression query = tables.query();
        return new CreateView(
                in.span(),
                "CREATE",
                "MATERIALIZED VIEW",
                Replacement.NONE,
                persistence,
                List.of(),
                guard,
                name,
                columns,
                settings,
                query,
                tables.data());
    }

    /** Reads what follows CREATE VIEW or one of its relatives, whose words come next. */
    Optional<Statement> create(Replacement replace, Persistence persistence) {
        if (in.take("VIEW")) {
            return Optional.of(view(replace, persistence, List.of()));
        }
        if (in.take("RECURSIVE", "VIEW")) {
            return Optional.of(view(replace, persistence, List.of(new Option("RECURSIVE", Optional.empty()))));
        }
        return in.take("MATERIALIZED", "VIEW") ? Optional.of(materialized(persistence)) : Optional.empty();
    }

    /** Reads what follows CREATE SEQUENCE. */
    Statement sequence(Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.qualified("a sequence");
        List<Option> settings = options.sequence();
        return new CreateSequence(in.span(), Replacement.NONE, persistence, guard, name, settings);
    }
}
