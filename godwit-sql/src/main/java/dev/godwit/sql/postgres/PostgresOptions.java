package dev.godwit.sql.postgres;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads settings: storage parameters, properties of types, options of foreign objects, options of sequences. */
final class PostgresOptions {
    private final PostgresReader in;

    PostgresOptions(PostgresReader in) {
        this.in = in;
    }

    /** Reads {@code (name = value, name, …)}. */
    List<Option> settings() {
        in.expect('(');
        List<Option> options = new ArrayList<>(2);
        do {
            options.add(setting());
        } while (in.takeSymbol(','));
        in.expect(')');
        return options;
    }

    private Option setting() {
        StringBuilder name = new StringBuilder(in.label("a setting").name());
        while (in.takeSymbol('.')) {
            name.append('.').append(in.label("a setting").name());
        }
        Optional<Expression> value = in.takeSymbol('=') ? Optional.of(in.expression("a value")) : Optional.empty();
        return new Option(name.toString().toUpperCase(Locale.ROOT), value);
    }

    /** Reads one word or literal as the value of {@code name}. */
    Option valued(String name) {
        return new Option(name, Optional.of(in.piece("a value")));
    }

    /** Reads a name as the value of {@code option}. */
    Option named(String option, String what) {
        int mark = in.mark();
        in.word(what);
        return new Option(option, Optional.of(in.textSince(mark)));
    }

    /** Reads a name with its qualifiers as the value of {@code option}. */
    Option qualified(String option, String what) {
        int mark = in.mark();
        in.qualifiedWord(what);
        return new Option(option, Optional.of(in.textSince(mark)));
    }

    /** Reads the options of a sequence, as many as come. */
    List<Option> sequence() {
        List<Option> options = new ArrayList<>(2);
        Optional<Option> option = sequenceOption();
        while (option.isPresent()) {
            options.add(option.get());
            option = sequenceOption();
        }
        return options;
    }

    /** Reads one option of a sequence if it comes next. */
    boolean one() {
        return sequenceOption().isPresent();
    }

    private Optional<Option> sequenceOption() {
        if (in.take("AS")) {
            int mark = in.mark();
            new PostgresTypeNames(in).type();
            return Optional.of(new Option("AS", Optional.of(in.textSince(mark))));
        }
        if (in.take("INCREMENT")) {
            in.take("BY");
            return number("INCREMENT BY");
        }
        if (in.take("START")) {
            in.take("WITH");
            return number("START WITH");
        }
        if (in.take("RESTART")) {
            boolean with = in.take("WITH");
            return with || in.isNumber() ? number("RESTART WITH") : word("RESTART");
        }
        if (in.take("OWNED", "BY")) {
            return Optional.of(qualified("OWNED BY", "a column"));
        }
        if (in.take("SEQUENCE", "NAME")) {
            return Optional.of(qualified("SEQUENCE NAME", "a sequence"));
        }
        return limits();
    }

    private Optional<Option> limits() {
        if (in.take("MINVALUE")) {
            return number("MINVALUE");
        }
        if (in.take("MAXVALUE")) {
            return number("MAXVALUE");
        }
        if (in.take("CACHE")) {
            return number("CACHE");
        }
        if (in.take("NO")) {
            return word("NO " + in.oneOf("MINVALUE, MAXVALUE or CYCLE", "MINVALUE", "MAXVALUE", "CYCLE"));
        }
        if (in.take("CYCLE")) {
            return word("CYCLE");
        }
        return in.take("LOGGED") ? word("LOGGED") : in.take("UNLOGGED") ? word("UNLOGGED") : Optional.empty();
    }

    private static Optional<Option> word(String name) {
        return Optional.of(new Option(name, Optional.empty()));
    }

    private Optional<Option> number(String name) {
        return Optional.of(new Option(name, Optional.of(in.number())));
    }
}
