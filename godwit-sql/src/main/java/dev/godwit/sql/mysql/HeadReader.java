package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what stands between CREATE or ALTER and the kind of object. */
final class HeadReader {
    private final Input in;
    private final Cursor cursor;
    private final UserReader users;

    HeadReader(Input in, UserReader users) {
        this.in = in;
        this.cursor = in.cursor();
        this.users = users;
    }

    Head read() {
        Replacement replace = cursor.take("OR", "REPLACE") ? Replacement.OR_REPLACE : Replacement.NONE;
        Persistence persistence = cursor.take("TEMPORARY") ? Persistence.TEMPORARY : Persistence.PERMANENT;
        List<Option> modifiers = new ArrayList<>(0);
        algorithm(modifiers);
        definer(modifiers);
        security(modifiers);
        if (cursor.take("AGGREGATE")) {
            modifiers.add(new Option("AGGREGATE", Optional.empty()));
        }
        return new Head(replace, persistence, modifiers);
    }

    private void algorithm(List<Option> modifiers) {
        if (cursor.take("ALGORITHM")) {
            in.expectSymbol('=');
            switch (cursor.upper()) {
                case "UNDEFINED", "MERGE", "TEMPTABLE" ->
                    modifiers.add(new Option("ALGORITHM", Optional.of(in.token("an algorithm"))));
                default -> throw in.expected("UNDEFINED, MERGE or TEMPTABLE");
            }
        }
    }

    private void definer(List<Option> modifiers) {
        if (cursor.take("DEFINER")) {
            in.expectSymbol('=');
            modifiers.add(new Option("DEFINER", Optional.of(users.user())));
        }
    }

    private void security(List<Option> modifiers) {
        if (cursor.take("SQL", "SECURITY")) {
            switch (cursor.upper()) {
                case "DEFINER", "INVOKER" -> modifiers.add(new Option("SQL SECURITY", Optional.of(in.token("a mode"))));
                default -> throw in.expected("DEFINER or INVOKER");
            }
        }
    }
}
