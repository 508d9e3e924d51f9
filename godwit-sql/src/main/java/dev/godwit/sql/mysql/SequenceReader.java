package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the sequences of MariaDB (manual, CREATE SEQUENCE and ALTER SEQUENCE). */
final class SequenceReader {
    private static final Set<String> OWN = Set.of(
            "AS",
            "INCREMENT BY",
            "START WITH",
            "RESTART",
            "RESTART WITH",
            "MINVALUE",
            "MAXVALUE",
            "NO MINVALUE",
            "NO MAXVALUE",
            "CACHE",
            "NOCACHE",
            "CYCLE",
            "NOCYCLE");

    private final Input in;
    private final Cursor cursor;
    private final TypeReader types;
    private final ValueReader values;
    private final TableOptionReader options;

    SequenceReader(Input in, TypeReader types, ValueReader values, TableOptionReader options) {
        this.in = in;
        this.cursor = in.cursor();
        this.types = types;
        this.values = values;
        this.options = options;
    }

    /** Tells whether an option is one of sequences alone. */
    static boolean isOwn(String option) {
        return OWN.contains(option);
    }

    /** Reads what follows the word SEQUENCE. */
    Statement create(Replacement replace, Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.name("a sequence");
        List<Option> said = options();
        in.expectEnd();
        if (said.stream().anyMatch(option -> option.name().startsWith("RESTART"))) {
            throw new Unreadable("a new sequence cannot RESTART");
        }
        return new CreateSequence(cursor.span(), replace, persistence, guard, name, said);
    }

    /** Reads what follows the word SEQUENCE. */
    Statement alter() {
        Guard guard = in.ifExists();
        QualifiedName name = in.name("a sequence");
        List<Option> said = options();
        in.expectEnd();
        if (said.isEmpty()) {
            throw in.expected("what to alter");
        }
        return new AlterTable(
                cursor.span(),
                "SEQUENCE",
                guard,
                AlterTable.Scope.WITH_CHILDREN,
                name,
                List.of(),
                List.of(new TableAction.SetSequence(said)));
    }

    private List<Option> options() {
        List<Option> said = new ArrayList<>(2);
        Optional<Option> option = option();
        while (option.isPresent()) {
            said.add(option.get());
            option = option();
        }
        return said;
    }

    private Optional<Option> option() {
        return switch (cursor.upper()) {
            case "AS" -> type();
            case "INCREMENT" -> number("INCREMENT BY", "BY");
            case "START" -> number("START WITH", "WITH");
            case "MINVALUE", "MAXVALUE", "CACHE" -> number(cursor.upper(), "");
            case "NOMINVALUE" -> plain("NO MINVALUE");
            case "NOMAXVALUE" -> plain("NO MAXVALUE");
            case "NOCACHE", "NOCYCLE", "CYCLE" -> plain(cursor.upper());
            case "NO" -> no();
            case "RESTART" -> restart();
            default -> options.option();
        };
    }

    private Optional<Option> plain(String name) {
        cursor.advance();
        return Optional.of(new Option(name, Optional.empty()));
    }

    private Optional<Option> type() {
        cursor.advance();
        int mark = cursor.mark();
        types.type();
        int end = cursor.passed();
        cursor.seek(mark);
        return Optional.of(new Option("AS", Optional.of(cursor.runs().before(end))));
    }

    private Optional<Option> number(String name, String between) {
        cursor.advance();
        if (!cursor.takeSymbol('=') && !between.isEmpty()) {
            cursor.take(between);
        }
        return Optional.of(new Option(name, Optional.of(values.value("a number"))));
    }

    private Optional<Option> no() {
        in.expect("NO");
        return switch (cursor.upper()) {
            case "MINVALUE", "MAXVALUE" -> plain("NO " + cursor.upper());
            default -> throw in.expected("MINVALUE or MAXVALUE");
        };
    }

    private Optional<Option> restart() {
        cursor.advance();
        boolean said = cursor.takeSymbol('=') || cursor.take("WITH");
        boolean number = said || cursor.token() == dev.godwit.sql.internal.Token.NUMBER || cursor.isSymbol('-');
        return number
                ? Optional.of(new Option("RESTART WITH", Optional.of(values.value("a number"))))
                : Optional.of(new Option("RESTART", Optional.empty()));
    }
}
