package dev.godwit.sql.postgres;

import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who may do what: GRANT, REVOKE and policies. */
final class PostgresAccess {
    private static final Phrases TARGETS = Phrases.of(
            "TABLE",
            "SEQUENCE",
            "DATABASE",
            "DOMAIN",
            "FOREIGN DATA WRAPPER",
            "FOREIGN SERVER",
            "FUNCTION",
            "PROCEDURE",
            "ROUTINE",
            "LANGUAGE",
            "LARGE OBJECT",
            "PARAMETER",
            "SCHEMA",
            "TABLESPACE",
            "TYPE",
            "ALL TABLES IN SCHEMA",
            "ALL SEQUENCES IN SCHEMA",
            "ALL FUNCTIONS IN SCHEMA",
            "ALL PROCEDURES IN SCHEMA",
            "ALL ROUTINES IN SCHEMA");
    private static final Phrases PREFIXES =
            Phrases.of("GRANT OPTION FOR", "ADMIN OPTION FOR", "INHERIT OPTION FOR", "SET OPTION FOR");

    private final PostgresReader in;

    PostgresAccess(PostgresReader in) {
        this.in = in;
    }

    /** Reads what follows {@code verb}, which is GRANT or REVOKE. */
    Statement privileges(String verb) {
        String receiver = verb.equals("GRANT") ? "TO" : "FROM";
        String prefix = verb.equals("REVOKE")
                ? in.phrase(PREFIXES).map(words -> words + " ").orElse("")
                : "";
        List<Expression> given = new ArrayList<>(1);
        do {
            if (in.is("ON") || in.is(receiver)) {
                throw in.missing("a privilege");
            }
            given.add(in.expression("a privilege", () -> in.is("ON") || in.is(receiver)));
        } while (in.takeSymbol(','));
        String kind = "ROLE";
        List<QualifiedName> objects = List.of();
        if (in.take("ON")) {
            String target = in.phrase(TARGETS).orElse("TABLE");
            objects = objects(target);
            kind = target.equals("FOREIGN SERVER") ? "SERVER" : target; // as CREATE and COMMENT call it
        }
        in.expect(receiver);
        List<String> grantees = grantees();
        boolean roles = kind.equals("ROLE");
        List<String> privileges = given.stream()
                .map(one -> roles ? role(one) : prefix + one.text().toUpperCase(Locale.ROOT))
                .toList();
        return new Privileges(in.span(), verb, kind, privileges, objects, grantees, rest());
    }

    private Optional<Expression> rest() {
        if (in.atEnd()) {
            return Optional.empty();
        }
        boolean known = in.is("WITH") || in.is("GRANTED") || in.is("CASCADE") || in.is("RESTRICT");
        if (!known) {
            throw in.unexpected();
        }
        return Optional.of(in.all("what else is said"));
    }

    private static String role(Expression given) {
        Lexeme first = given.tokens().getFirst();
        return first.text();
    }

    private List<QualifiedName> objects(String kind) {
        List<QualifiedName> objects = new ArrayList<>(1);
        do {
            objects.add(object(kind));
        } while (in.takeSymbol(','));
        return objects;
    }

    private QualifiedName object(String kind) {
        if (kind.equals("LARGE OBJECT")) {
            return single(new Identifier(in.number().text()));
        }
        if (in.is("CURRENT_SCHEMA")) {
            return single(in.label("a schema"));
        }
        QualifiedName name = in.qualifiedWord("a name");
        if (in.isSymbol('(')) {
            in.possiblyEmptyParentheses();
        }
        return name;
    }

    private static QualifiedName single(Identifier name) {
        return new QualifiedName(List.of(name));
    }

    private List<String> grantees() {
        List<String> grantees = new ArrayList<>(1);
        do {
            int mark = in.mark();
            in.take("GROUP");
            in.role();
            grantees.add(in.textSince(mark).text());
        } while (in.takeSymbol(','));
        return grantees;
    }

    /** Reads what follows CREATE POLICY or ALTER POLICY. */
    Statement policy(String verb) {
        Guard guard = verb.equals("ALTER") ? in.ifExists() : Guard.NONE;
        Identifier name = in.name("a policy");
        in.expect("ON");
        QualifiedName table = in.qualified("a table");
        int mark = in.mark();
        Optional<String> command = policyCommand();
        policyRest();
        Optional<Expression> rest = mark == in.mark() ? Optional.empty() : Optional.of(in.textSince(mark));
        if (guard != Guard.NONE) {
            return new OtherDefinition(in.span(), verb, "POLICY", guard, List.of(single(name), table), List.of());
        }
        return new CreatePolicy(in.span(), verb, single(name), table, command, rest);
    }

    private Optional<String> policyCommand() {
        if (in.take("AS")) {
            in.oneOf("PERMISSIVE or RESTRICTIVE", "PERMISSIVE", "RESTRICTIVE");
        }
        return in.take("FOR")
                ? Optional.of(in.oneOf("a command", "ALL", "SELECT", "INSERT", "UPDATE", "DELETE"))
                : Optional.empty();
    }

    private void policyRest() {
        if (in.take("RENAME")) {
            in.expect("TO");
            in.name("a name");
            return;
        }
        if (in.take("TO")) {
            grantees();
        }
        if (in.take("USING")) {
            in.inParentheses("a condition");
        }
        if (in.take("WITH")) {
            in.expect("CHECK");
            in.inParentheses("a condition");
        }
    }
}
