package dev.godwit.it.load;

import java.util.List;

/**
 * A change of a schema beside two applications.
 *
 * @param setup what is there before; the applications' rows are numbered from 1 and hold their number
 * @param oldApplication runs from the start until CONTRACT
 * @param newApplication runs from the end of EXPAND
 * @param invariants queries of which each must give {@code t} at the end
 * @param reversible whether it can be taken back after EXPAND
 */
record LoadCase(
        String name,
        List<String> setup,
        String migration,
        Application oldApplication,
        Application newApplication,
        List<String> invariants,
        boolean reversible) {

    static LoadCase of(String name, List<String> setup, String migration, Application oldAndNew) {
        return new LoadCase(name, setup, migration, oldAndNew, oldAndNew, List.of(), true);
    }

    LoadCase oldApplication(Application application) {
        return new LoadCase(name, setup, migration, application, newApplication, invariants, reversible);
    }

    LoadCase newApplication(Application application) {
        return new LoadCase(name, setup, migration, oldApplication, application, invariants, reversible);
    }

    LoadCase holds(String... queries) {
        return new LoadCase(name, setup, migration, oldApplication, newApplication, List.of(queries), reversible);
    }

    LoadCase oneWay() {
        return new LoadCase(name, setup, migration, oldApplication, newApplication, invariants, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
