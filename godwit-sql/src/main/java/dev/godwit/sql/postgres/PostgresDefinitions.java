package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Truncate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CREATE, ALTER, DROP and their relatives. */
final class PostgresDefinitions {
    private final PostgresReader in;
    private final PostgresIndexes indexes;
    private final PostgresTables tables;
    private final PostgresAlterTable alterTable;
    private final PostgresViews views;
    private final PostgresTypes types;
    private final PostgresRoutines routines;
    private final PostgresAccess access;
    private final PostgresPublications publications;
    private final PostgresObjects objects;
    private final PostgresOthers others;

    PostgresDefinitions(PostgresReader in, PostgresOutline outline) {
        this.in = in;
        var options = new PostgresOptions(in);
        var typeNames = new PostgresTypeNames(in);
        this.indexes = new PostgresIndexes(in, options);
        var constraints = new PostgresConstraints(in, indexes, options);
        var columns = new PostgresColumns(in, typeNames, constraints, options);
        this.tables = new PostgresTables(in, columns, constraints, options);
        this.alterTable = new PostgresAlterTable(in, typeNames, columns, constraints, options, tables);
        this.views = new PostgresViews(in, tables, options);
        this.types = new PostgresTypes(in, typeNames, columns, constraints, options);
        this.routines = new PostgresRoutines(in, typeNames, constraints, options);
        this.access = new PostgresAccess(in);
        this.publications = new PostgresPublications(in);
        this.objects = new PostgresObjects(in, typeNames);
        this.others = new PostgresOthers(in, objects, outline);
    }

    PostgresIndexes indexes() {
        return indexes;
    }

    /** Reads what follows CREATE. */
    Statement create() {
        Replacement replace = in.take("OR", "REPLACE") ? Replacement.OR_REPLACE : Replacement.NONE;
        Persistence persistence = persistence();
        return switch (in.upper()) {
            case "TABLE" -> {
                in.advance();
                yield tables.create("TABLE", persistence);
            }
            case "INDEX" -> {
                in.advance();
                yield indexes.create("INDEX");
            }
            case "UNIQUE" -> {
                in.expect("UNIQUE", "INDEX");
                yield indexes.create("UNIQUE");
            }
            case "SEQUENCE" -> {
                in.advance();
                yield views.sequence(persistence);
            }
            case "FUNCTION", "PROCEDURE" -> {
                String kind = in.upper();
                in.advance();
                yield routines.create(kind, replace);
            }
            case "TRIGGER" -> {
                in.advance();
                yield routines.trigger(replace);
            }
            default -> createOther(replace, persistence);
        };
    }

    private Statement createOther(Replacement replace, Persistence persistence) {
        if (in.take("FOREIGN", "TABLE")) {
            return tables.create("FOREIGN TABLE", persistence);
        }
        if (in.take("CONSTRAINT", "TRIGGER")) {
            if (replace == Replacement.OR_REPLACE) {
                throw new UnreadableException("a constraint trigger cannot be replaced");
            }
            return routines.trigger(replace);
        }
        if (in.take("TYPE")) {
            return types.createType();
        }
        if (in.take("DOMAIN")) {
            return types.createDomain();
        }
        if (in.take("POLICY")) {
            return access.policy("CREATE");
        }
        if (in.take("PUBLICATION")) {
            return publications.create();
        }
        Optional<Statement> view = views.create(replace, persistence);
        return view.isPresent() ? view.get() : others.create(replace);
    }

    private Persistence persistence() {
        if (in.take("UNLOGGED")) {
            return Persistence.UNLOGGED;
        }
        if (!in.take("LOCAL")) {
            in.take("GLOBAL");
        }
        return in.take("TEMP") || in.take("TEMPORARY") ? Persistence.TEMPORARY : Persistence.PERMANENT;
    }

    /** Reads what follows ALTER. */
    Statement alter() {
        String kind = objects.kind("ALTER");
        Optional<Statement> everything = others.everything(kind);
        if (everything.isPresent()) {
            return everything.get();
        }
        Optional<Statement> own = switch (kind) {
            case "TABLE", "INDEX", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE" ->
                Optional.of(alterTable.alter(kind));
            case "TYPE" -> types.alterType();
            case "DOMAIN" -> types.alterDomain();
            case "POLICY" -> Optional.of(access.policy("ALTER"));
            case "PUBLICATION" -> publications.alter();
            default -> Optional.empty();
        };
        return own.isPresent() ? own.get() : objects.alter(kind);
    }

    /** Reads what follows DROP. */
    Statement drop() {
        return in.take("INDEX") ? indexes.drop() : objects.drop();
    }

    /** Reads what follows another {@code verb}. */
    Statement other(String verb) {
        return switch (verb) {
            case "TRUNCATE" -> truncate();
            case "COMMENT" -> {
                in.expect("ON");
                yield objects.comment();
            }
            case "SECURITY" -> objects.securityLabel();
            case "GRANT", "REVOKE" -> access.privileges(verb);
            case "REASSIGN" -> others.reassign();
            default -> others.importSchema();
        };
    }

    private Statement truncate() {
        in.take("TABLE");
        List<QualifiedName> names = new ArrayList<>(1);
        List<QualifiedName> only = new ArrayList<>(0);
        do {
            Scope scope = in.only();
            QualifiedName table = in.relation(scope);
            names.add(table);
            if (scope == Scope.ONLY) {
                only.add(table);
            }
        } while (in.takeSymbol(','));
        List<String> options = List.of();
        if (in.is("RESTART") || in.is("CONTINUE")) {
            options = List.of(in.upper() + " IDENTITY");
            in.advance();
            in.expect("IDENTITY");
        }
        return new Truncate(in.span(), names, only, options, in.behavior());
    }
}
