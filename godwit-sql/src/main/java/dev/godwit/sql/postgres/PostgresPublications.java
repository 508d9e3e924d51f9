package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.PublicationTables.Member;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads publications. */
final class PostgresPublications {
    private static final String SCHEMAS = "TABLES IN SCHEMA";

    private final PostgresReader in;

    PostgresPublications(PostgresReader in) {
        this.in = in;
    }

    /** Reads what follows CREATE PUBLICATION. */
    Statement create() {
        Identifier name = in.name("a publication");
        Optional<String> scope = Optional.empty();
        List<Member> tables = new ArrayList<>(0);
        List<Identifier> schemas = new ArrayList<>(0);
        if (in.take("FOR")) {
            scope = in.take("ALL") ? Optional.of(everything()) : listed(tables, schemas);
        }
        return node("CREATE", name, "CREATE", scope, tables, schemas);
    }

    private String everything() {
        StringBuilder scope = new StringBuilder();
        do {
            in.take("ALL");
            scope.append(scope.isEmpty() ? "ALL " : ", ALL ")
                    .append(in.oneOf("TABLES or SEQUENCES", "TABLES", "SEQUENCES"));
        } while (in.takeSymbol(','));
        return scope.toString();
    }

    /** Reads what follows ALTER PUBLICATION, where it does more than to rename it or give it away. */
    Optional<Statement> alter() {
        long place = in.place();
        Identifier name = in.name("a publication");
        boolean known = in.is("ADD") || in.is("DROP") || in.is("SET");
        if (!known) {
            in.back(place);
            return Optional.empty();
        }
        String action = in.upper();
        in.advance();
        List<Member> tables = new ArrayList<>(1);
        List<Identifier> schemas = new ArrayList<>(0);
        Optional<String> scope = Optional.empty();
        if (action.equals("SET") && in.take("ALL")) {
            scope = Optional.of(everything());
        } else if (!action.equals("SET") || !in.isSymbol('(')) {
            scope = listed(tables, schemas);
        }
        return Optional.of(node("ALTER", name, action, scope, tables, schemas));
    }

    private Statement node(
            String verb,
            Identifier name,
            String action,
            Optional<String> scope,
            List<Member> tables,
            List<Identifier> schemas) {
        int mark = in.mark();
        if (verb.equals("CREATE") ? in.take("WITH") : in.isSymbol('(')) {
            in.inParentheses("an option");
        }
        Optional<Expression> rest = in.mark() == mark ? Optional.empty() : Optional.of(in.textSince(mark));
        return new PublicationTables(
                in.span(), verb, new QualifiedName(List.of(name)), action, scope, tables, schemas, rest);
    }

    // What follows a comma is of the sort that was named last.
    private Optional<String> listed(List<Member> tables, List<Identifier> schemas) {
        boolean inSchema = false;
        boolean first = true;
        do {
            if (in.take("TABLE")) {
                inSchema = false;
            } else if (in.take("TABLES", "IN", "SCHEMA")) {
                inSchema = true;
            } else if (first) {
                throw in.missing("TABLE or TABLES IN SCHEMA");
            }
            first = false;
            if (inSchema) {
                schemas.add(in.is("CURRENT_SCHEMA") ? in.label("a schema") : in.name("a schema"));
            } else {
                tables.add(member());
            }
        } while (in.takeSymbol(','));
        return schemas.isEmpty() ? Optional.empty() : Optional.of(SCHEMAS);
    }

    private Member member() {
        Scope scope = in.only();
        QualifiedName table = in.relation(scope);
        List<Identifier> columns = in.isSymbol('(') ? in.columns() : List.of();
        Optional<Expression> where = in.take("WHERE") ? Optional.of(in.inParentheses("a condition")) : Optional.empty();
        return new Member(table, scope, columns, where);
    }
}
