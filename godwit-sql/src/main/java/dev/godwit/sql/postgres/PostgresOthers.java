package dev.godwit.sql.postgres;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Unparsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the outline of definitions that have no node of their own; what follows their names is not looked at. */
final class PostgresOthers {
    private final PostgresReader in;
    private final PostgresObjects objects;
    private final PostgresOutline outline;

    /** Makes a reader; {@code outline} reads a statement that stands in another one. */
    PostgresOthers(PostgresReader in, PostgresObjects objects, PostgresOutline outline) {
        this.in = in;
        this.objects = objects;
        this.outline = outline;
    }

    /** Reads what follows CREATE. */
    Statement create(Replacement replace) {
        if (in.is("DEFAULT") && in.then("CONVERSION")) {
            in.advance();
        }
        String kind = objects.kind("CREATE");
        Guard guard = in.ifNotExists();
        if (kind.equals("SCHEMA")) {
            return schema(guard);
        }
        if (kind.equals("STATISTICS")) {
            return statistics(guard);
        }
        List<QualifiedName> names = names(kind);
        in.skipToEnd();
        List<String> tail = replace == Replacement.OR_REPLACE ? List.of("OR REPLACE") : List.of();
        return new OtherDefinition(in.span(), "CREATE", kind, guard, names, tail);
    }

    private List<QualifiedName> names(String kind) {
        return switch (kind) {
            case "CAST", "TRANSFORM" -> List.of();
            case "OPERATOR" -> List.of(objects.operator());
            case "USER MAPPING" -> {
                in.expect("FOR");
                yield single(in.label("a user"));
            }
            case "ROLE", "USER", "GROUP" -> single(in.role());
            case "LANGUAGE", "EXTENSION" -> single(in.word("a name"));
            case "RULE" -> rule();
            default -> List.of(in.qualifiedWord("a name"));
        };
    }

    private static List<QualifiedName> single(Identifier name) {
        return List.of(new QualifiedName(List.of(name)));
    }

    // Their name may be left out.
    private Statement statistics(Guard guard) {
        List<QualifiedName> names = new ArrayList<>(1);
        if (!in.is("ON") && !in.isSymbol('(') && !in.is("FROM")) {
            names.add(in.qualified("a name"));
        }
        while (!in.atEnd() && !in.is("FROM")) {
            in.pass();
        }
        in.expect("FROM");
        // the grammar takes any item of FROM, the server tables only
        Optional<QualifiedName> table =
                in.is("ONLY") || in.atName() ? Optional.of(in.relation(in.only())) : Optional.empty();
        if (table.isEmpty()) {
            in.clause("a table", Stop.NEVER);
        }
        in.skipToEnd();
        return new OtherDefinition(in.span(), "CREATE", "STATISTICS", guard, names, List.of(), table, List.of());
    }

    private List<QualifiedName> rule() {
        Identifier name = in.name("a rule");
        in.expect("AS", "ON");
        in.oneOf("SELECT, INSERT, UPDATE or DELETE", "SELECT", "INSERT", "UPDATE", "DELETE");
        in.expect("TO");
        return List.of(new QualifiedName(List.of(name)), in.qualified("a table"));
    }

    // A schema without a name is called like its owner.
    private Statement schema(Guard guard) {
        List<QualifiedName> names = new ArrayList<>(1);
        if (!in.is("AUTHORIZATION")) {
            names.add(in.qualified("a schema"));
        }
        if (in.take("AUTHORIZATION")) {
            Identifier owner = in.role();
            if (names.isEmpty()) {
                names.addAll(single(owner));
            }
        }
        SourceSpan whole = in.span();
        List<Statement> elements = new ArrayList<>(0);
        for (SourceSpan span : elements()) {
            Statement read = outline.read(span);
            if (read instanceof Unparsed unparsed) {
                throw new UnreadableException(unparsed.why());
            }
            elements.add(read);
        }
        in.open(whole);
        in.skipToEnd();
        return new OtherDefinition(whole, "CREATE", "SCHEMA", guard, names, List.of(), Optional.empty(), elements);
    }

    private List<SourceSpan> elements() {
        List<SourceSpan> spans = new ArrayList<>(0);
        while (!in.atEnd()) {
            if (!atElement()) {
                throw in.unexpected();
            }
            int mark = in.mark();
            do {
                in.pass();
            } while (!in.atEnd() && !atElement());
            spans.add(in.since(mark));
        }
        return spans;
    }

    // CREATE is a privilege too.
    private boolean atElement() {
        return in.is("GRANT") || (in.is("CREATE") && !in.then("ON") && !in.thenSymbol(','));
    }

    /** Reads what follows REASSIGN. */
    Statement reassign() {
        in.expect("OWNED", "BY");
        List<QualifiedName> roles = objects.roles();
        in.expect("TO");
        in.role();
        return new OtherDefinition(in.span(), "REASSIGN", "OWNED", Guard.NONE, roles, List.of());
    }

    /** Reads what follows IMPORT. */
    Statement importSchema() {
        in.expect("FOREIGN", "SCHEMA");
        QualifiedName schema = new QualifiedName(List.of(in.name("a schema")));
        in.skipToEnd();
        return new OtherDefinition(in.span(), "IMPORT", "FOREIGN SCHEMA", Guard.NONE, List.of(schema), List.of());
    }

    /** Reads what follows {@code ALTER kind ALL}; empty where something else comes next. */
    Optional<Statement> everything(String kind) {
        if (!in.is("ALL") || !in.then("IN")) {
            return Optional.empty();
        }
        in.skipToEnd();
        return Optional.of(
                new OtherDefinition(in.span(), "ALTER", kind, Guard.NONE, List.of(), List.of("SET TABLESPACE")));
    }
}
