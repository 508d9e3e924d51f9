package dev.godwit.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is migrated, contracted or taken back, no request of the running applications fails, none reads what is not so, and every write that was
 * acknowledged is there.
 */
final class ZeroErrorsIT {
    private static final long ROWS = 200_000;
    private static final int REQUESTS_A_SECOND = 400;

    @TempDir
    Path folder;

    static Stream<LoadCase> all() {
        return LoadCases.all(ROWS);
    }

    static Stream<LoadCase> reversible() {
        return all().filter(LoadCase::reversible);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noRequestFailsUntilTheEndOfContract(LoadCase change) throws SQLException {
        LiveChange live = LiveChange.prepare(change, folder);
        try (LoadClient client = start(live, change)) {
            live.expand();
            client.run(change.oldApplication(), change.newApplication());
            client.settle(500);
            client.run(change.newApplication());
            client.settle(0);
            live.contract();
            client.settle(200);
            check(client, change.newApplication());
        }
        for (String invariant : change.invariants()) {
            assertThat(live.database().value(invariant)).as(invariant).isEqualTo("t");
        }
    }

    @ParameterizedTest
    @MethodSource("reversible")
    void noRequestFailsUntilAllIsTakenBack(LoadCase change) throws SQLException {
        LiveChange live = LiveChange.prepare(change, folder);
        List<String> before = live.schema();
        try (LoadClient client = start(live, change)) {
            live.expand();
            client.run(change.oldApplication(), change.newApplication());
            client.settle(500);
            client.run(change.oldApplication());
            client.settle(0);
            live.takeBack();
            client.settle(200);
            check(client, change.oldApplication());
        }
        assertThat(live.schema()).isEqualTo(before);
    }

    private static LoadClient start(LiveChange live, LoadCase change) throws SQLException {
        LoadClient client = LoadClient.start(live.database(), ROWS, REQUESTS_A_SECOND, change.oldApplication());
        client.settle(200);
        return client;
    }

    private static void check(LoadClient client, Application last) throws SQLException {
        List<String> differences = client.audit(last);
        assertThat(client.failures().failed())
                .as(
                        "of %s requests %s failed",
                        client.latencies().count(), client.failures().count())
                .isEmpty();
        assertThat(client.failures().wrong()).as("what was read").isEmpty();
        assertThat(differences).as("what was promised").isEmpty();
    }
}
