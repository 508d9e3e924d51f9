package dev.godwit.it.effects;

import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.TableLock;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what the model predicts of each form as a page for users. */
final class SqliteEffectsPage {
    private static final String PROVED = "3.54.1";
    private static final List<String> OTHERS = List.of("3.50.2", "3.40.1", "3.34.0", "3.24.0");
    // None is left out: the work names its table.
    private static final QualifiedName NONE = TableLock.EVERYTHING;

    private static final String HEAD = """
        # What statements do to an SQLite file

        This page is generated from Godwit's effect model. A test runs each statement on SQLite 3.54.1 and 3.50.2 and compares the pages that are
        read and written, and whether the library accepts it, with what is predicted here; they do not differ.

        Whatever writes keeps every other writer out until its transaction ends; in WAL mode readers go on, else they wait while it commits. VACUUM keeps
        out everybody.

        **Rows** is what happens to them: *rewrite* writes all pages of the table, *index build* and *scan* read them all; without an entry only the schema
        changes, however large the table is. What only the rows can tell is not foretold: a NULL where SET NOT NULL wants none, a duplicate, a row that a CHECK refuses.

        The statements are run on `p(id integer primary key, code text unique)` and `t(id integer primary key, a int, b text, c text unique, pid int
        references p(id), g int as (a+1))` with an index on `a`, a view of `id`, `a` and `b`, and a trigger; what else there is stands in the second column.

        | statement | given | rows | differs |
        |---|---|---|---|
        """;

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        SqliteForm.all().forEach(form -> page.append(row(form)));
        return page.toString();
    }

    private static String row(SqliteForm form) {
        List<String> answers = answers(form, PROVED);
        int shown = shown(form);
        List<String> given = new ArrayList<>(form.setup());
        given.addAll(form.statements().subList(0, shown));
        String before = String.join("; ", given.stream().map(Cell::code).toList());
        return "| " + Cell.code(form.statements().get(shown)) + " | " + before + " | " + answers.get(shown) + " | "
                + differs(form, shown, answers.get(shown)) + " |\n";
    }

    // What comes behind the change only shows what became of it.
    private static int shown(SqliteForm form) {
        for (int i = form.statements().size() - 1; i > 0; i--) {
            String statement = form.statements().get(i);
            if (!statement.startsWith("select")
                    && !statement.startsWith("insert")
                    && !statement.equals("commit")
                    && !statement.equals("rollback")) {
                return i;
            }
        }
        return 0;
    }

    private static List<String> answers(SqliteForm form, String version) {
        return new SqliteProof(version)
                .predict(form).stream().map(SqliteEffectsPage::answer).toList();
    }

    private static String answer(Effects effects) {
        if (effects.unknown().isPresent()) {
            return "refused: syntax error";
        }
        return effects.refusal().isPresent() ? Cell.text(Cell.refusal(effects)) : Cell.work(effects, NONE);
    }

    private static String differs(SqliteForm form, int shown, String usual) {
        Map<String, List<String>> by = new LinkedHashMap<>();
        for (String other : OTHERS) {
            String answer = answers(form, other).get(shown);
            if (!answer.equals(usual)) {
                by.computeIfAbsent(answer, key -> new ArrayList<>()).add(other);
            }
        }
        List<String> all = new ArrayList<>();
        by.forEach((answer, versions) -> all.add(String.join(", ", versions) + ": " + answer));
        return String.join("; ", all);
    }
}
