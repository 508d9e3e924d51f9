package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every form on a server of each version and compares locks, work and acceptance with the prediction. */
final class PostgresEffectsProofIT {
    private static final List<Integer> MAJORS = List.of(14, 15, 16, 17, 18);
    private static final List<Form> FORMS = Forms.of("postgres-forms.sql");
    private static final int FEWEST = 700;
    private static final ExecutorService TWO = Executors.newFixedThreadPool(2);
    private static final Map<Integer, Future<List<String>>> DIFFERENCES = new HashMap<>();

    @BeforeAll
    static void start() {
        for (int major : MAJORS) {
            DIFFERENCES.put(major, TWO.submit(() -> differences(major)));
        }
    }

    @AfterAll
    static void stop() {
        TWO.shutdown();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void everyFormDoesWhatIsPredicted(int major) throws Exception {
        assertThat(Objects.requireNonNull(DIFFERENCES.get(major)).get()).isEmpty();
    }

    @Test
    void noFormIsLost() {
        assertThat(FORMS).hasSizeGreaterThan(FEWEST);
    }

    private static List<String> differences(int major) {
        PostgresPredictor predictor = new PostgresPredictor(major);
        List<String> differences = new ArrayList<>();
        try (PostgresBench bench = PostgresBench.start(major)) {
            for (Form form : FORMS) {
                if (form.since() <= major) {
                    Observation seen = bench.observe(form);
                    Observation predicted = predictor.predict(form);
                    if (!seen.agreesWith(predicted)) {
                        differences.add(
                                form + " " + form.statement() + "\n  seen      " + seen + "\n  predicted " + predicted);
                    }
                }
            }
        }
        return differences;
    }
}
