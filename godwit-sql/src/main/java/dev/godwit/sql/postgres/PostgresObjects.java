package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterObject.Change;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Token;
import dev.godwit.sql.postgres.PostgresKinds.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is done alike to objects of every kind: DROP, renaming and the like, COMMENT, SECURITY LABEL. */
final class PostgresObjects {
    /** An object as a statement names it; empty where it has no name. */
    private record Address(Optional<QualifiedName> name, Optional<QualifiedName> table, Optional<Expression> rest) {
        List<QualifiedName> names() {
            List<QualifiedName> names = new ArrayList<>(2);
            name.ifPresent(names::add);
            table.ifPresent(names::add);
            return names;
        }
    }

    private final PostgresReader in;
    private final PostgresTypeNames types;

    PostgresObjects(PostgresReader in, PostgresTypeNames types) {
        this.in = in;
        this.types = types;
    }

    /** Reads the kind of an object after {@code verb}. */
    String kind(String verb) {
        if (in.is("PROCEDURAL") || in.is("TRUSTED")) {
            in.take("TRUSTED");
            in.take("PROCEDURAL");
        }
        Optional<String> kind = in.phrase(PostgresKinds.KINDS);
        if (kind.isEmpty()) {
            String what = (verb + " " + in.upper()).strip();
            throw new UnreadableException("%s is no definition that is known here".formatted(what));
        }
        return kind.get();
    }

    /** Reads what follows DROP, but for indexes. */
    Statement drop() {
        String kind = kind("DROP");
        if (kind.equals("OWNED")) {
            in.expect("BY");
            List<QualifiedName> roles = roles();
            return new DropObject(
                    in.span(),
                    kind,
                    Persistence.PERMANENT,
                    Guard.NONE,
                    roles,
                    Optional.empty(),
                    in.behavior(),
                    Optional.empty());
        }
        Guard guard = in.ifExists();
        int mark = in.mark();
        List<QualifiedName> names = new ArrayList<>(1);
        Optional<QualifiedName> table = Optional.empty();
        boolean more = false;
        do {
            Address address = address(kind);
            if (address.name().isPresent()) {
                names.add(address.name().get());
            }
            table = address.table();
            more |= address.rest().isPresent();
        } while (table.isEmpty() && in.takeSymbol(','));
        if (kind.equals("DATABASE") && !in.atEnd()) {
            in.take("WITH");
            in.inParentheses("FORCE");
            more = true;
        }
        Optional<Expression> rest = more ? Optional.of(in.textSince(mark)) : Optional.empty();
        Behavior behavior = in.behavior();
        return new DropObject(in.span(), kind, Persistence.PERMANENT, guard, names, table, behavior, rest);
    }

    /** Reads roles between commas. */
    List<QualifiedName> roles() {
        List<QualifiedName> roles = new ArrayList<>(1);
        do {
            roles.add(new QualifiedName(List.of(in.role())));
        } while (in.takeSymbol(','));
        return roles;
    }

    private Address address(String kind) {
        return switch (PostgresKinds.naming(kind)) {
            case PLAIN -> new Address(Optional.of(plain(kind)), Optional.empty(), Optional.empty());
            case ROUTINE -> {
                QualifiedName name = in.qualifiedWord("a routine");
                yield new Address(Optional.of(name), Optional.empty(), arguments());
            }
            case OPERATOR -> {
                QualifiedName name = operator();
                yield new Address(Optional.of(name), Optional.empty(), arguments());
            }
            case OPERATOR_CLASS -> {
                QualifiedName name = in.qualified("a name");
                int mark = in.mark();
                in.expect("USING");
                in.name("an access method");
                yield new Address(Optional.of(name), Optional.empty(), Optional.of(in.textSince(mark)));
            }
            case ON_TABLE -> onTable();
            case USER_MAPPING -> userMapping();
            case NUMBER -> {
                Identifier number = new Identifier(in.number().text());
                yield new Address(Optional.of(new QualifiedName(List.of(number))), Optional.empty(), Optional.empty());
            }
            case NAMELESS -> new Address(Optional.empty(), Optional.empty(), Optional.of(nameless(kind)));
        };
    }

    private QualifiedName plain(String kind) {
        return switch (kind) {
            case "ROLE", "USER", "GROUP" -> new QualifiedName(List.of(in.role()));
            case "TYPE", "DOMAIN" -> types.type().name();
            case "LANGUAGE", "EXTENSION" -> new QualifiedName(List.of(in.word("a name")));
            default -> in.qualified("a name");
        };
    }

    private Optional<Expression> arguments() {
        return in.isSymbol('(') ? Optional.of(in.piece("an argument")) : Optional.empty();
    }

    /** Reads the name of an operator. */
    QualifiedName operator() {
        List<Identifier> parts = new ArrayList<>(1);
        while (in.token() != Token.SYMBOL) {
            parts.add(in.name("an operator"));
            in.expect('.');
        }
        StringBuilder symbol = new StringBuilder();
        while (in.token() == Token.SYMBOL && !in.isSymbol('(') && !in.isSymbol(',') && !in.isSymbol(')')) {
            symbol.append(in.text());
            in.advance();
        }
        if (symbol.isEmpty()) {
            throw in.missing("an operator");
        }
        parts.add(new Identifier(symbol.toString()));
        return new QualifiedName(parts);
    }

    private Address onTable() {
        Identifier name = in.name("a name");
        in.expect("ON");
        int mark = in.mark();
        boolean domain = in.is("DOMAIN") && !in.thenSymbol('.') && !endsAfterNext();
        Optional<Expression> rest = Optional.empty();
        if (domain) {
            in.advance();
            rest = Optional.of(in.textSince(mark));
        }
        QualifiedName table = in.qualified("a table");
        return new Address(Optional.of(new QualifiedName(List.of(name))), Optional.of(table), rest);
    }

    private boolean endsAfterNext() {
        return in.then("IS") || in.then("RENAME");
    }

    private Address userMapping() {
        in.expect("FOR");
        Identifier user = in.label("a user");
        int mark = in.mark();
        in.expect("SERVER");
        in.name("a server");
        return new Address(
                Optional.of(new QualifiedName(List.of(user))), Optional.empty(), Optional.of(in.textSince(mark)));
    }

    private Expression nameless(String kind) {
        int mark = in.mark();
        if (kind.equals("CAST")) {
            in.inParentheses("a type");
        } else {
            in.expect("FOR");
            types.type();
            in.expect("LANGUAGE");
            in.word("a language");
        }
        return in.textSince(mark);
    }

    /** Reads what follows {@code ALTER kind} where the object is no table or the like. */
    Statement alter(String kind) {
        Naming naming = PostgresKinds.naming(kind);
        if (naming == Naming.NAMELESS || kind.equals("USER MAPPING") || in.is("ALL")) {
            List<QualifiedName> names =
                    kind.equals("USER MAPPING") ? address(kind).names() : List.of();
            in.skipToEnd();
            return new OtherDefinition(in.span(), "ALTER", kind, Guard.NONE, names, List.of());
        }
        Guard guard = in.ifExists();
        Address address = address(kind);
        if (guard != Guard.NONE) {
            in.skipToEnd();
            return new OtherDefinition(in.span(), "ALTER", kind, guard, address.names(), List.of());
        }
        long place = in.place();
        Optional<Change> change = change();
        if (change.isPresent()) {
            Identifier value = change.get() == Change.OWNER_TO ? in.role() : in.word("a name");
            if (in.atEnd()) {
                return altered(kind, address, change.get(), Optional.of(value), address.rest());
            }
        }
        in.back(place);
        return otherwise(kind, address);
    }

    private Optional<Change> change() {
        if (in.take("RENAME", "TO")) {
            return Optional.of(Change.RENAME_TO);
        }
        if (in.take("SET", "SCHEMA")) {
            return Optional.of(Change.SET_SCHEMA);
        }
        return in.take("OWNER", "TO") ? Optional.of(Change.OWNER_TO) : Optional.empty();
    }

    private Statement otherwise(String kind, Address address) {
        if (kind.equals("DATABASE")) {
            List<String> tail = in.take("SET", "TABLESPACE") ? List.of("SET TABLESPACE") : List.of();
            in.skipToEnd();
            return new OtherDefinition(in.span(), "ALTER", kind, Guard.NONE, address.names(), tail);
        }
        int mark = in.mark();
        if (in.atEnd() ? !mayChangeNothing(kind) : !changesOtherwise(kind)) {
            throw in.missing("what is to be altered");
        }
        if (in.atEnd()) {
            return altered(kind, address, Change.OTHER, Optional.empty(), address.rest());
        }
        in.skipToEnd();
        Optional<Expression> rest = address.rest();
        Expression clause = in.textSince(rest.isPresent() ? rest.get().span().start() : mark);
        return altered(kind, address, Change.OTHER, Optional.empty(), Optional.of(clause));
    }

    private static boolean mayChangeNothing(String kind) {
        return kind.equals("ROLE") || kind.equals("USER");
    }

    // Of the other kinds only name, schema and owner change, or what else changes has a node of its own.
    private boolean changesOtherwise(String kind) {
        return switch (kind) {
            case "FUNCTION",
                    "PROCEDURE",
                    "ROUTINE",
                    "EXTENSION",
                    "ROLE",
                    "USER",
                    "GROUP",
                    "SERVER",
                    "FOREIGN DATA WRAPPER",
                    "OPERATOR",
                    "OPERATOR FAMILY",
                    "STATISTICS",
                    "SUBSCRIPTION",
                    "TABLESPACE",
                    "EVENT TRIGGER",
                    "COLLATION",
                    "TEXT SEARCH CONFIGURATION",
                    "TEXT SEARCH DICTIONARY" -> true;
            case "TRIGGER" -> in.is("DEPENDS") || in.is("NO");
            default -> false;
        };
    }

    private Statement altered(
            String kind, Address address, Change change, Optional<Identifier> value, Optional<Expression> rest) {
        QualifiedName name = address.name().orElseThrow(in::unexpected);
        return new AlterObject(in.span(), kind, name, address.table(), change, value, rest);
    }

    /** Reads what follows COMMENT ON. */
    Statement comment() {
        String kind = kind("COMMENT ON");
        Address address = address(kind);
        in.expect("IS");
        Optional<String> text = in.take("NULL") ? Optional.empty() : Optional.of(in.string("a text"));
        if (address.name().isEmpty()) {
            return new OtherDefinition(in.span(), "COMMENT", kind, Guard.NONE, List.of(), List.of());
        }
        return new CommentOn(in.span(), kind, address.name().get(), address.table(), address.rest(), text);
    }

    /** Reads what follows SECURITY. */
    Statement securityLabel() {
        in.expect("LABEL");
        if (in.take("FOR")) {
            in.advance();
        }
        in.expect("ON");
        String kind = kind("SECURITY LABEL ON");
        Address address = address(kind);
        in.expect("IS");
        if (!in.take("NULL")) {
            in.string("a label");
        }
        return new OtherDefinition(in.span(), "SECURITY LABEL", kind, Guard.NONE, address.names(), List.of());
    }
}
