package dev.godwit.sql.postgres;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.Phrases;
import dev.godwit.sql.internal.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads types. */
final class PostgresTypeNames {
    private static final String SINGLE_BYTE = "\"char\"";
    private static final Phrases SEVERAL_WORDS = Phrases.of(
            "DOUBLE PRECISION",
            "CHARACTER VARYING",
            "CHAR VARYING",
            "NCHAR VARYING",
            "NATIONAL CHARACTER",
            "NATIONAL CHAR",
            "NATIONAL CHARACTER VARYING",
            "NATIONAL CHAR VARYING",
            "BIT VARYING");
    private static final Phrases ZONES = Phrases.of("WITH TIME ZONE", "WITHOUT TIME ZONE");
    private static final Phrases FIELDS = Phrases.of(
            "YEAR",
            "MONTH",
            "DAY",
            "HOUR",
            "MINUTE",
            "SECOND",
            "YEAR TO MONTH",
            "DAY TO HOUR",
            "DAY TO MINUTE",
            "DAY TO SECOND",
            "HOUR TO MINUTE",
            "HOUR TO SECOND",
            "MINUTE TO SECOND");

    private final PostgresReader in;

    PostgresTypeNames(PostgresReader in) {
        this.in = in;
    }

    TypeName type() {
        int mark = in.mark();
        List<String> modifiers = new ArrayList<>(0);
        if (in.take("SETOF")) {
            modifiers.add("SETOF");
        }
        QualifiedName name = name();
        List<String> arguments = arguments();
        modifiers(name, modifiers);
        if (name.last().name().equals("interval") && arguments.isEmpty()) {
            arguments = arguments();
        }
        int dimensions = dimensions();
        return new TypeName(in.since(mark), name, arguments, modifiers, dimensions);
    }

    private QualifiedName name() {
        if (in.token() == Token.WORD) {
            Optional<String> words = in.phrase(SEVERAL_WORDS);
            return words.isPresent() ? single(PostgresNames.lower(words.get())) : in.qualifiedWord("a type");
        }
        QualifiedName name = in.qualifiedWord("a type");
        boolean internal = name.parts().size() == 1 && name.last().name().equals("char");
        return internal ? single(SINGLE_BYTE) : name;
    }

    private static QualifiedName single(String name) {
        return new QualifiedName(List.of(new Identifier(name)));
    }

    private void modifiers(QualifiedName name, List<String> modifiers) {
        if (in.takeSymbol('%')) {
            in.expect("TYPE");
            modifiers.add("%TYPE");
        }
        if (name.parts().size() > 1) {
            return;
        }
        switch (name.last().name()) {
            case "time", "timestamp" -> in.phrase(ZONES).ifPresent(modifiers::add);
            case "interval" -> in.phrase(FIELDS).ifPresent(modifiers::add);
            default -> {}
        }
    }

    private List<String> arguments() {
        if (!in.takeSymbol('(')) {
            return List.of();
        }
        List<String> arguments = new ArrayList<>(2);
        do {
            arguments.add(in.expression("a length").text());
        } while (in.takeSymbol(','));
        in.expect(')');
        return arguments;
    }

    private int dimensions() {
        if (in.take("ARRAY")) {
            if (in.isSymbol('[')) {
                bound();
            }
            return 1;
        }
        int dimensions = 0;
        while (in.isSymbol('[')) {
            bound();
            dimensions++;
        }
        return dimensions;
    }

    private void bound() {
        in.expect('[');
        if (in.token() == Token.NUMBER) {
            in.advance();
        }
        in.expect(']');
    }
}
