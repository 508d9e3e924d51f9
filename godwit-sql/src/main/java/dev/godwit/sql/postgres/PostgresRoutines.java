package dev.godwit.sql.postgres;

import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Phrases;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads functions, procedures and triggers. */
final class PostgresRoutines {
    private static final Phrases WORDS = Phrases.of(
            "IMMUTABLE",
            "STABLE",
            "VOLATILE",
            "STRICT",
            "WINDOW",
            "LEAKPROOF",
            "NOT LEAKPROOF",
            "CALLED ON NULL INPUT",
            "RETURNS NULL ON NULL INPUT",
            "SECURITY INVOKER",
            "SECURITY DEFINER",
            "EXTERNAL SECURITY INVOKER",
            "EXTERNAL SECURITY DEFINER");

    private final PostgresReader in;
    private final PostgresTypeNames types;
    private final PostgresConstraints constraints;
    private final PostgresOptions options;

    PostgresRoutines(
            PostgresReader in, PostgresTypeNames types, PostgresConstraints constraints, PostgresOptions options) {
        this.in = in;
        this.types = types;
        this.constraints = constraints;
        this.options = options;
    }

    /** Reads what follows CREATE FUNCTION or CREATE PROCEDURE. */
    Statement create(String kind, Replacement replace) {
        QualifiedName name = in.qualifiedWord("a routine");
        Expression arguments = in.possiblyEmptyParentheses();
        Optional<Expression> returns = in.is("RETURNS") && !in.then("NULL") ? Optional.of(returns()) : Optional.empty();
        List<Option> characteristics = new ArrayList<>();
        Optional<SourceSpan> body = Optional.empty();
        while (!in.atEnd()) {
            int mark = in.mark();
            if (in.take("AS")) {
                body = Optional.of(quotedBody());
            } else if (in.take("BEGIN") || in.take("RETURN")) {
                in.skipToEnd();
                body = Optional.of(in.since(mark));
            } else {
                characteristics.add(characteristic());
            }
        }
        return new CreateRoutine(
                in.span(), kind, replace, Guard.NONE, name, Optional.of(arguments), returns, characteristics, body);
    }

    private Expression returns() {
        in.expect("RETURNS");
        int mark = in.mark();
        if (in.take("TABLE")) {
            in.inParentheses("a column");
        } else {
            types.type();
        }
        return in.textSince(mark);
    }

    private SourceSpan quotedBody() {
        int mark = in.mark();
        in.string("a body");
        if (in.takeSymbol(',')) {
            in.string("a symbol");
        }
        return in.since(mark);
    }

    private Option characteristic() {
        Optional<String> words = in.phrase(WORDS);
        if (words.isPresent()) {
            return new Option(words.get(), Optional.empty());
        }
        String word = in.oneOf(
                "what the routine is like", "LANGUAGE", "PARALLEL", "COST", "ROWS", "SUPPORT", "TRANSFORM", "SET");
        return switch (word) {
            case "COST", "ROWS" -> new Option(word, Optional.of(in.number()));
            case "SUPPORT" -> options.qualified(word, "a function");
            case "TRANSFORM" -> transform();
            case "SET" -> setting();
            default -> options.valued(word);
        };
    }

    private Option transform() {
        int mark = in.mark();
        do {
            in.expect("FOR", "TYPE");
            types.type();
        } while (in.takeSymbol(','));
        return new Option("TRANSFORM", Optional.of(in.textSince(mark)));
    }

    private Option setting() {
        int mark = in.mark();
        if (!in.take("TIME", "ZONE") && !in.take("SESSION", "AUTHORIZATION")) {
            in.qualifiedWord("a setting");
        }
        if (in.take("FROM")) {
            in.expect("CURRENT");
            return new Option("SET", Optional.of(in.textSince(mark)));
        }
        if (!in.takeSymbol('=')) {
            in.take("TO");
        }
        do {
            value();
        } while (in.takeSymbol(','));
        return new Option("SET", Optional.of(in.textSince(mark)));
    }

    private void value() {
        if (in.isNumber()) {
            in.number();
            return;
        }
        boolean word = in.token() == Token.WORD || in.token() == Token.QUOTED_NAME || in.token() == Token.STRING;
        if (!word) {
            throw in.missing("a value");
        }
        in.advance();
    }

    /** Reads what follows CREATE TRIGGER or CREATE CONSTRAINT TRIGGER. */
    Statement trigger(Replacement replace) {
        Identifier name = in.name("a trigger");
        String timing = in.oneOf("BEFORE, AFTER or INSTEAD OF", "BEFORE", "AFTER", "INSTEAD");
        if (timing.equals("INSTEAD")) {
            in.expect("OF");
            timing = "INSTEAD OF";
        }
        List<String> events = new ArrayList<>(1);
        List<Identifier> columns = new ArrayList<>(0);
        do {
            String event = in.oneOf("INSERT, UPDATE, DELETE or TRUNCATE", "INSERT", "UPDATE", "DELETE", "TRUNCATE");
            events.add(event);
            if (event.equals("UPDATE") && in.take("OF")) {
                do {
                    columns.add(in.name("a column"));
                } while (in.takeSymbol(','));
            }
        } while (in.take("OR"));
        in.expect("ON");
        QualifiedName table = in.qualified("a table");
        int mark = in.mark();
        if (in.take("FROM")) {
            in.qualified("a table");
        }
        constraints.checking();
        transitionTables();
        Optional<String> level = level();
        if (in.take("WHEN")) {
            in.inParentheses("a condition");
        }
        QualifiedName routine = call();
        return new CreateTrigger(
                in.span(),
                replace,
                Guard.NONE,
                new QualifiedName(List.of(name)),
                table,
                timing,
                events,
                columns,
                level,
                in.since(mark),
                Optional.of(routine));
    }

    private void transitionTables() {
        if (!in.take("REFERENCING")) {
            return;
        }
        do {
            in.oneOf("OLD or NEW", "OLD", "NEW");
            in.oneOf("TABLE or ROW", "TABLE", "ROW");
            in.take("AS");
            in.name("a name");
        } while (in.is("OLD") || in.is("NEW"));
    }

    private Optional<String> level() {
        if (!in.take("FOR")) {
            return Optional.empty();
        }
        in.take("EACH");
        return Optional.of(in.oneOf("ROW or STATEMENT", "ROW", "STATEMENT"));
    }

    private QualifiedName call() {
        in.expect("EXECUTE");
        in.oneOf("FUNCTION or PROCEDURE", "FUNCTION", "PROCEDURE");
        QualifiedName routine = in.qualifiedWord("a function");
        in.possiblyEmptyParentheses();
        return routine;
    }
}
