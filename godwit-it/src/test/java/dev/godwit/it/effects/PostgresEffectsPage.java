package dev.godwit.it.effects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what the model predicts of each form as a page for users. */
final class PostgresEffectsPage {
    private static final List<Integer> MAJORS = List.of(18, 17, 16, 15, 14);
    private static final String HEAD = """
        # What statements do to a running PostgreSQL

        This page is generated from Godwit's effect model. A test runs each statement on PostgreSQL 14, 15, 16, 17 and 18 and compares the locks,
        the work and whether the server accepts it with what is predicted here; they do not differ.

        The statements are run on one schema, `godwit-it/src/test/resources/effects/postgres-setup.sql`, in which every table has rows: `t` with
        indexes, a CHECK and a foreign key to `parent` that are NOT VALID; `u` with a valid foreign key to `parent`; `w` with a column of every
        type; `x` and `xi` with columns in indexes, constraints, triggers; `fk_from` and `fk_to`; `pt`, `ps`, `pd` (with a default partition),
        `pc`, `po` and `pl`, which are partitioned; `inh_p` with its child `inh_c`; `vw` and `mv`, views of `t`.

        **Locks** are those on tables, views and sequences that were there before; one on an index is listed where it is stronger than that on its
        table. Who must wait while it is held, to the end of the transaction:

        | lock | waits |
        |---|---|
        | ROW SHARE, ROW EXCLUSIVE | most DDL; no query |
        | SHARE UPDATE EXCLUSIVE | other DDL, VACUUM, ANALYZE; no query |
        | SHARE, SHARE ROW EXCLUSIVE, EXCLUSIVE | every INSERT, UPDATE and DELETE |
        | ACCESS EXCLUSIVE | every query, SELECT included |

        And whoever comes after a waiting ALTER TABLE waits behind it.

        **Work** is what is done with the rows while the lock is held: *scan* reads all of them, *index build* also builds an index, *rewrite*
        writes the whole table and its indexes anew. Without an entry only the catalog is changed, however large the table is.

        A statement marked ⊘ cannot run in a transaction.
        """;

    private final Map<Integer, PostgresPredictor> predictors = new TreeMap<>();

    PostgresEffectsPage() {
        MAJORS.forEach(major -> predictors.put(major, new PostgresPredictor(major)));
    }

    String text(List<Form> forms) {
        StringBuilder page = new StringBuilder(HEAD);
        Map<String, List<Form>> groups =
                forms.stream().collect(Collectors.groupingBy(Form::group, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((group, members) -> {
            page.append("\n## ")
                    .append(group)
                    .append("\n\n| statement | locks | work | other versions |\n|---|---|---|---|\n");
            members.forEach(form -> page.append(row(form)));
        });
        return page.toString();
    }

    private String row(Form form) {
        Map<Integer, String> byMajor = new LinkedHashMap<>();
        for (int major : MAJORS) {
            if (form.since() <= major) {
                byMajor.put(major, cells(predictor(major).predict(form)));
            }
        }
        String newest = byMajor.values().iterator().next();
        return "| " + sql(form) + " | " + newest + " | " + others(byMajor, newest) + " |\n";
    }

    private PostgresPredictor predictor(int major) {
        PostgresPredictor predictor = predictors.get(major);
        if (predictor == null) {
            throw new AssertionError("no predictor for " + major);
        }
        return predictor;
    }

    private static String sql(Form form) {
        List<String> all = new ArrayList<>(form.prelude());
        all.add(form.statement());
        return all.stream()
                .map(text -> "`" + text.replaceAll("\\s+", " ").replace("|", "\\|") + "`")
                .collect(Collectors.joining("; "));
    }

    private static String cells(Observation predicted) {
        if (!predicted.accepted()) {
            return "refused: " + predicted.refusal().replace("|", "\\|") + " | ";
        }
        String outside = predicted.outsideOnly() ? "⊘ " : "";
        return (outside + byKind(predicted.locks(), false)).strip() + " | " + byKind(predicted.work(), true);
    }

    private static String byKind(Map<String, String> kinds, boolean lower) {
        Map<String, List<String>> grouped = new TreeMap<>();
        kinds.forEach((name, kind) ->
                grouped.computeIfAbsent(kind, any -> new ArrayList<>()).add(name));
        StringJoiner joined = new StringJoiner("; ");
        grouped.forEach((kind, names) ->
                joined.add((lower ? kind.toLowerCase(java.util.Locale.ROOT).replace('_', ' ') : kind) + " "
                        + String.join(", ", names)));
        return joined.toString();
    }

    private static String others(Map<Integer, String> byMajor, String newest) {
        Map<String, List<Integer>> majors = new LinkedHashMap<>();
        byMajor.forEach((major, cells) ->
                majors.computeIfAbsent(cells, any -> new ArrayList<>()).add(major));
        majors.remove(newest);
        StringJoiner joined = new StringJoiner("<br>");
        majors.forEach((cells, which) -> joined.add(
                range(which) + ": " + cells.replaceFirst(" \\| $", "").replace(" | ", "; ")));
        return joined.toString();
    }

    private static String range(List<Integer> newestFirst) {
        int first = newestFirst.getLast();
        int last = newestFirst.getFirst();
        boolean whole = last - first == newestFirst.size() - 1;
        if (!whole) {
            return newestFirst.reversed().stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return first == last ? String.valueOf(first) : first + " to " + last;
    }
}
