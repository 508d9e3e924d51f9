package dev.godwit.sql.internal;

import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.Statement.Unparsed.Handling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the outline that CREATE, ALTER, DROP and their relatives have in common, with the vocabulary of one product. */
public final class DefinitionReader {
    private static final Set<String> VALUED = Set.of("DEFINER", "ALGORITHM");
    private static final Set<String> ON_A_TABLE = Set.of("TRIGGER", "POLICY");
    private static final Set<String> NAMELESS = Set.of(
            "OPERATOR", "CAST", "DEFAULT PRIVILEGES", "LARGE OBJECT", "SYSTEM", "OWNED", "TRANSFORM", "INSTANCE");
    private static final Set<String> MAY_SELECT = Set.of("TABLE", "MATERIALIZED VIEW");
    private static final Map<String, String> SAME =
            Map.of("TEMP", "TEMPORARY", "TABLES", "TABLE", "CONSTRAINT TRIGGER", "TRIGGER");
    private static final int MOST_TAIL = 50;

    private final Phrases modifiers;
    private final Phrases kinds;
    private final Phrases tails;

    /**
     * Makes a reader for the words that may stand between verb and kind, the kinds of objects, and the phrases that
     * decide how a statement runs.
     */
    public DefinitionReader(Phrases modifiers, Phrases kinds, Phrases tails) {
        this.modifiers = modifiers;
        this.kinds = kinds;
        this.tails = tails;
    }

    /** Reads what follows {@code verb}, which is CREATE, ALTER or DROP. */
    public Statement read(Cursor cursor, String verb) {
        List<String> tail = new ArrayList<>(2);
        Optional<String> kind = kind(cursor, tail);
        if (kind.isEmpty()) {
            String what = (verb + " " + cursor.upper()).strip();
            return new Unparsed(cursor.span(), "%s is no definition that is known here".formatted(what), Handling.SEND);
        }
        takeInto(tail, cursor, "CONCURRENTLY");
        Guard guard = cursor.guard();
        List<QualifiedName> names = new ArrayList<>(1);
        if (!NAMELESS.contains(kind.get())) {
            names.addAll(namesOf(cursor, verb, kind.get()));
        }
        tail(cursor, verb, kind.get(), tail);
        return new OtherDefinition(cursor.span(), verb, kind.get(), guard, names, tail);
    }

    /** Reads the words before the kind into {@code tail}, and the kind. */
    public Optional<String> kind(Cursor cursor, List<String> tail) {
        Optional<String> kind = kinds.take(cursor);
        Optional<String> modifier = kind.isPresent() ? Optional.empty() : modifiers.take(cursor);
        while (modifier.isPresent()) {
            if (VALUED.contains(modifier.get())) {
                value(cursor);
            } else {
                tail.add(SAME.getOrDefault(modifier.get(), modifier.get()));
            }
            kind = kinds.take(cursor);
            modifier = kind.isPresent() ? Optional.empty() : modifiers.take(cursor);
        }
        return kind.map(written -> SAME.getOrDefault(written, written));
    }

    /** Reads what follows {@code COMMENT ON} or {@code SECURITY LABEL … ON}. */
    public Statement on(Cursor cursor, String verb) {
        String kind = kinds.take(cursor).orElse("CONSTRAINT");
        List<QualifiedName> names = new ArrayList<>(1);
        cursor.name().ifPresent(names::add);
        cursor.skipParentheses();
        if (cursor.take("ON")) {
            cursor.take("DOMAIN");
            cursor.name().ifPresent(names::add);
        }
        return new OtherDefinition(cursor.span(), verb, kind, Guard.NONE, names, List.of());
    }

    /** Reads what follows GRANT or REVOKE; {@code targets} are the kinds that may be named after ON. */
    public static Statement privileges(Cursor cursor, String verb, Phrases targets) {
        if (!cursor.find("ON")) {
            return new OtherDefinition(cursor.span(), verb, "ROLE", Guard.NONE, List.of(), List.of());
        }
        cursor.advance();
        String kind = targets.take(cursor).orElse("TABLE");
        return new OtherDefinition(cursor.span(), verb, kind, Guard.NONE, cursor.names(), List.of());
    }

    private static void value(Cursor cursor) {
        cursor.takeSymbol('=');
        cursor.advance();
        cursor.skipParentheses();
        while (cursor.takeSymbol('@') || cursor.takeSymbol('.')) {
            cursor.advance();
        }
    }

    private static void takeInto(List<String> tail, Cursor cursor, String keyword) {
        if (cursor.take(keyword)) {
            tail.add(keyword);
        }
    }

    private static List<QualifiedName> namesOf(Cursor cursor, String verb, String kind) {
        if (kind.equals("USER MAPPING")) {
            cursor.take("FOR");
        }
        if (kind.equals("SCHEMA")) {
            cursor.take("AUTHORIZATION");
        }
        if (cursor.is("ON")) {
            return List.of();
        }
        List<QualifiedName> names = new ArrayList<>(verb.equals("DROP") ? cursor.names() : oneName(cursor));
        if (ON_A_TABLE.contains(kind)) {
            table(cursor, names, "ON");
        }
        if (kind.equals("RULE")) {
            table(cursor, names, verb.equals("CREATE") ? "TO" : "ON");
        }
        return names;
    }

    private static void table(Cursor cursor, List<QualifiedName> names, String before) {
        if (cursor.find(before)) {
            cursor.advance();
            cursor.name().ifPresent(names::add);
        }
    }

    private static List<QualifiedName> oneName(Cursor cursor) {
        cursor.take("ONLY");
        return cursor.name().stream().toList();
    }

    private void tail(Cursor cursor, String verb, String kind, List<String> tail) {
        boolean create = verb.equals("CREATE");
        if (create && !MAY_SELECT.contains(kind)) {
            return;
        }
        while (!cursor.atEnd() && tail.size() < MOST_TAIL) {
            if (create && (cursor.take("AS") || cursor.is("SELECT"))) {
                tail.add("AS SELECT");
                return;
            }
            if (cursor.take("ON") && (cursor.take("DELETE") || cursor.take("UPDATE"))) {
                cursor.advance(); // a foreign key's CASCADE is no tail
            }
            tails.take(cursor).ifPresentOrElse(tail::add, cursor::pass);
        }
    }
}
