package dev.godwit.it.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A change of a schema and what both applications do meanwhile.
 *
 * @param setup what is there before
 * @param oldApplication what the old one says before, between and after the steps of EXPAND, and until CONTRACT; {@code ?} is another number at each time
 * @param newApplication what the new one says after EXPAND and after CONTRACT; {@code ?} likewise
 * @param expanded queries after EXPAND and the answer that each must give, as {@code query => answer}
 * @param contracted queries after CONTRACT likewise
 * @param directly what must be said before the migration can be run as written, so that both can be compared
 */
record Scenario(
        String name,
        int since,
        List<String> setup,
        String migration,
        List<String> oldApplication,
        List<String> newApplication,
        List<String> expanded,
        List<String> contracted,
        List<String> directly) {

    static Scenario named(String name) {
        return new Scenario(name, 14, List.of(), "", List.of(), List.of(), List.of(), List.of(), List.of());
    }

    Scenario since(int major) {
        return new Scenario(
                name, major, setup, migration, oldApplication, newApplication, expanded, contracted, directly);
    }

    Scenario given(String... statements) {
        return new Scenario(
                name,
                since,
                List.of(statements),
                migration,
                oldApplication,
                newApplication,
                expanded,
                contracted,
                directly);
    }

    Scenario migration(String sql) {
        return new Scenario(name, since, setup, sql, oldApplication, newApplication, expanded, contracted, directly);
    }

    Scenario oldApplication(String... statements) {
        return new Scenario(
                name, since, setup, migration, List.of(statements), newApplication, expanded, contracted, directly);
    }

    Scenario newApplication(String... statements) {
        return new Scenario(
                name, since, setup, migration, oldApplication, List.of(statements), expanded, contracted, directly);
    }

    Scenario expanded(String query, String answer) {
        return new Scenario(
                name,
                since,
                setup,
                migration,
                oldApplication,
                newApplication,
                more(expanded, query, answer),
                contracted,
                directly);
    }

    Scenario contracted(String query, String answer) {
        return new Scenario(
                name,
                since,
                setup,
                migration,
                oldApplication,
                newApplication,
                expanded,
                more(contracted, query, answer),
                directly);
    }

    Scenario directly(String... statements) {
        return new Scenario(
                name,
                since,
                setup,
                migration,
                oldApplication,
                newApplication,
                expanded,
                contracted,
                List.of(statements));
    }

    private static List<String> more(List<String> list, String query, String answer) {
        List<String> longer = new ArrayList<>(list);
        longer.add(query + " => " + answer);
        return longer;
    }

    @Override
    public String toString() {
        return name;
    }
}
