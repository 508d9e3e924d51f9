package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code CREATE VIEW} and {@code ALTER VIEW} (MySQL 8.0 manual, 15.1.23). */
final class ViewReader {
    private final Input in;
    private final Cursor cursor;

    ViewReader(Input in) {
        this.in = in;
        this.cursor = in.cursor();
    }

    /** Reads what follows the word VIEW. */
    Statement read(String verb, Head head) {
        Guard guard = verb.equals("CREATE") ? in.mariadbIfNotExists() : Guard.NONE;
        QualifiedName name = in.name("a view");
        List<Identifier> columns = cursor.isSymbol('(') ? in.identifiersInParentheses("a column") : List.of();
        in.expect("AS");
        List<String> tail = new ArrayList<>(1);
        head.modifiers().stream()
                .filter(modifier -> modifier.name().equals("SQL SECURITY"))
                .flatMap(modifier -> modifier.value().stream())
                .forEach(value -> tail.add("SQL SECURITY " + upper(value)));
        Expression query = query(tail);
        in.expectEnd();
        Replacement replace = head.replace();
        List<Option> modifiers = head.modifiers();
        return new CreateView(
                cursor.span(),
                verb,
                "VIEW",
                replace,
                Persistence.PERMANENT,
                modifiers,
                guard,
                name,
                columns,
                List.of(),
                query,
                tail);
    }

    private static String upper(Expression value) {
        return value.text().toUpperCase(java.util.Locale.ROOT);
    }

    private Expression query(List<String> tail) {
        int mark = cursor.mark();
        if (!in.atQuery()) {
            throw in.expected("a query");
        }
        int end = mark;
        while (!cursor.atEnd() && !cursor.isSymbol(')') && !atCheckOption()) {
            in.pass();
            end = cursor.passed();
        }
        int after = cursor.mark();
        cursor.seek(mark);
        Expression query = cursor.runs().before(end);
        cursor.seek(after);
        if (cursor.take("WITH")) {
            String scope = cursor.is("CHECK") ? "" : cursor.upper() + " ";
            cursor.find("CHECK");
            in.expect("CHECK", "OPTION");
            tail.add("WITH " + scope + "CHECK OPTION");
        }
        return query;
    }

    private boolean atCheckOption() {
        return cursor.is("WITH")
                && (cursor.sees("WITH", "CHECK")
                        || cursor.sees("WITH", "LOCAL", "CHECK")
                        || cursor.sees("WITH", "CASCADED", "CHECK"));
    }
}
