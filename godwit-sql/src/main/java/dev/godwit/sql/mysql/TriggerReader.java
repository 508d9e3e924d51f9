package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads triggers and events (MySQL 8.0 manual, 15.1.22 and 15.1.13). */
final class TriggerReader {
    private final Input in;
    private final Cursor cursor;

    TriggerReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Reads what follows the word TRIGGER. */
    Statement createTrigger(Head head) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.name("a trigger");
        String timing = one("BEFORE or AFTER", "BEFORE", "AFTER");
        List<String> events = List.of(one("INSERT, UPDATE or DELETE", "INSERT", "UPDATE", "DELETE"));
        in.expect("ON");
        QualifiedName table = in.name("a table");
        in.expect("FOR", "EACH", "ROW");
        int mark = cursor.mark();
        if (in.takeEither("FOLLOWS", "PRECEDES")) {
            in.nameOrText("a trigger");
        }
        if (cursor.atEnd()) {
            throw in.expected("a body");
        }
        in.passMatching();
        return new CreateTrigger(
                cursor.span(),
                head.replace(),
                guard,
                name,
                table,
                timing,
                events,
                List.of(),
                Optional.of("ROW"),
                in.since(mark));
    }

    private String one(String what, String... words) {
        for (String word : words) {
            if (cursor.take(word)) {
                return word;
            }
        }
        throw in.expected(what);
    }

    /** Reads what follows the word EVENT. */
    Statement createEvent(Head head) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.name("an event");
        List<Option> said = new ArrayList<>(head.modifiers());
        in.expect("ON", "SCHEDULE");
        said.add(schedule());
        clauses(said);
        in.expect("DO");
        return new CreateRoutine(
                cursor.span(),
                "EVENT",
                head.replace(),
                guard,
                name,
                Optional.empty(),
                Optional.empty(),
                said,
                Optional.of(body()));
    }

    private SourceSpan body() {
        if (cursor.atEnd()) {
            throw in.expected("a body");
        }
        int mark = cursor.mark();
        in.passMatching();
        return in.since(mark);
    }

    private Option schedule() {
        if (!cursor.is("AT") && !cursor.is("EVERY")) {
            throw in.expected("AT or EVERY");
        }
        Expression when = cursor.runs().upTo(this::atClause).orElseThrow(() -> in.expected("a schedule"));
        if (when.tokens().size() < 2) {
            throw in.expected("a time");
        }
        return new Option("ON SCHEDULE", Optional.of(when));
    }

    private boolean atClause() {
        return switch (cursor.upper()) {
            case "ON", "ENABLE", "DISABLE", "COMMENT", "DO", "RENAME" -> true;
            default -> false;
        };
    }

    private void clauses(List<Option> said) {
        if (cursor.take("ON", "COMPLETION")) {
            boolean not = cursor.take("NOT");
            in.expect("PRESERVE");
            said.add(plain(not ? "ON COMPLETION NOT PRESERVE" : "ON COMPLETION PRESERVE"));
        }
        if (cursor.take("RENAME")) {
            in.expect("TO");
            int mark = cursor.mark();
            in.name("a name");
            int end = cursor.passed();
            cursor.seek(mark);
            said.add(new Option("RENAME TO", Optional.of(cursor.runs().before(end))));
        }
        if (cursor.take("ENABLE")) {
            said.add(plain("ENABLE"));
        } else if (cursor.take("DISABLE")) {
            said.add(
                    plain(cursor.take("ON") ? "DISABLE ON " + one("SLAVE or REPLICA", "SLAVE", "REPLICA") : "DISABLE"));
        }
        if (cursor.take("COMMENT")) {
            said.add(new Option("COMMENT", Optional.of(in.token("a comment"))));
        }
    }

    private static Option plain(String name) {
        return new Option(name, Optional.empty());
    }

    /** Reads {@code ALTER EVENT} from the name on. */
    Statement alterEvent() {
        QualifiedName name = in.name("an event");
        List<Option> said = new ArrayList<>(1);
        if (cursor.take("ON", "SCHEDULE")) {
            said.add(schedule());
        }
        clauses(said);
        if (cursor.take("DO")) {
            body();
        } else if (said.isEmpty()) {
            throw in.expected("what to alter");
        }
        in.expectEnd();
        return new OtherDefinition(cursor.span(), "ALTER", "EVENT", Guard.NONE, List.of(name), List.of());
    }
}
