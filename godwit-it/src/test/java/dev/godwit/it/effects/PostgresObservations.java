package dev.godwit.it.effects;

import java.util.List;

/** Prints where prediction and observation differ, for reading. */
public final class PostgresObservations {
    private PostgresObservations() {}

    public static void main(String[] arguments) {
        List<Form> forms = Forms.of("postgres-forms.sql");
        boolean all = arguments[0].equals("all");
        for (int i = 1; i < arguments.length; i++) {
            int version = Integer.parseInt(arguments[i]);
            PostgresPredictor predictor = new PostgresPredictor(version);
            int wrong = 0, n = 0;
            try (PostgresBench bench = PostgresBench.start(version)) {
                for (Form form : forms) {
                    if (form.since() > version || !arguments[0].equals("all") && !arguments[0].equals("diff") && !form.id().contains(arguments[0])) {
                        continue;
                    }
                    n++;
                    Observation seen;
                    try { seen = bench.observe(form); } catch (RuntimeException | AssertionError e) { System.out.println("HARNESS " + form.id() + e); continue; }
                    Observation told;
                    try { told = predictor.predict(form); } catch (RuntimeException | AssertionError e) { System.out.println("MODEL " + form.id() + " " + e + "\n      seen " + seen); wrong++; if (!(e instanceof AssertionError)) e.printStackTrace(); continue; }
                    boolean same = seen.accepted() == told.accepted() && seen.locks().equals(told.locks()) && seen.work().equals(told.work()) && (!seen.outsideOnly() || told.outsideOnly());
                    if (!same) wrong++;
                    if (!same || all) System.out.println((same ? "  " : "X ") + version + " " + form.id() + " | " + form.statement().replace('\n', ' ') + "\n      seen " + seen + "\n      told " + told);
                }
            }
            System.out.println("== " + version + ": " + wrong + " wrong of " + n);
        }
        System.exit(0);
    }
}
