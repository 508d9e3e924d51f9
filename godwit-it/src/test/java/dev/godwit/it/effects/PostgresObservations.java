package dev.godwit.it.effects;

import java.util.List;

/** Prints what each form does on each version, for reading. */
public final class PostgresObservations {
    private PostgresObservations() {}

    public static void main(String[] versions) {
        List<Form> forms = Forms.of("postgres-forms.sql");
        for (String version : versions) {
            long start = System.nanoTime();
            try (PostgresBench bench = PostgresBench.start(Integer.parseInt(version))) {
                System.err.println(version + " up " + (System.nanoTime() - start) / 1_000_000);
                for (Form form : forms) {
                    if (form.since() <= Integer.parseInt(version)) {
                        long t = System.nanoTime();
                        Object seen;
                        try { seen = bench.observe(form); } catch (RuntimeException | AssertionError e) { seen = "HARNESS " + e; }
                        System.out.println(form.id() + "\t" + version + "\t" + form.statement().replace('\n', ' ') + "\t" + seen + "\t" + (System.nanoTime() - t) / 1_000_000);
                    }
                }
            }
            System.err.println(version + " done " + (System.nanoTime() - start) / 1_000_000);
        }
    }
}
