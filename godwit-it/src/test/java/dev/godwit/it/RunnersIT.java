package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.LockTimeoutException;
import dev.godwit.core.execute.RunnerLock;
import dev.godwit.core.execute.StoppedException;
import dev.godwit.it.TestDatabase.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several runners on one database. */
final class RunnersIT {
    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() {
        Migrations.write(
                folder,
                Map.of(
                        "1_counter.sql", "CREATE TABLE counter (n int); INSERT INTO counter VALUES (0);",
                        "2_count.sql", "UPDATE counter SET n = n + 1;",
                        "3_count.sql", "UPDATE counter SET n = n + 10;"));
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void waitForEachOtherAndApplyEverythingOnce(Product product) throws IOException {
        TestDatabase database = TestDatabase.fresh(product);
        CountDownLatch goOn = new CountDownLatch(1);
        BackgroundRun first = BackgroundRun.migrate(TestSettings.of(database, folder), event -> {
            if (event instanceof Event.MigrationStarted) {
                await(goOn);
            }
        });
        first.await(Event.MigrationStarted.class);
        BackgroundRun second = BackgroundRun.migrate(TestSettings.of(database, folder));
        RunnerLock.Owner owner =
                second.await(Event.WaitingForRunner.class).owner().orElseThrow();
        assertThat(owner.host()).isEqualTo(InetAddress.getLocalHost().getHostName());
        assertThat(owner.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(owner.since()).isPresent();
        assertThat(first.events(Event.WaitingForRunner.class)).isEmpty();
        goOn.countDown();

        assertThat(first.report().ran()).hasSize(3);
        assertThat(second.report().ran()).isEmpty();
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("11");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void takeOverFromAKilledProcess(Product product) throws IOException {
        TestDatabase database = TestDatabase.fresh(product);
        Process holder = ChildJvm.of(HoldingRun.class, List.of(), database.url(), folder.toString())
                .start();
        try (BufferedReader output = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo(HoldingRun.HOLDING);
            BackgroundRun second = BackgroundRun.migrate(TestSettings.of(database, folder));
            assertThat(second.await(Event.WaitingForRunner.class).owner().map(RunnerLock.Owner::pid))
                    .contains(holder.pid());

            holder.destroyForcibly();

            assertThat(second.report().ran()).hasSize(3);
            assertThat(database.value("SELECT n FROM counter")).isEqualTo("11");
        } finally {
            holder.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "POSTGRES_14")
    void nameTheOtherWhenTheyHaveWaitedLongEnough(Product product) {
        TestDatabase database = TestDatabase.fresh(product);
        CountDownLatch goOn = new CountDownLatch(1);
        BackgroundRun first = BackgroundRun.migrate(TestSettings.of(database, folder), event -> {
            if (event instanceof Event.MigrationStarted) {
                await(goOn);
            }
        });
        first.await(Event.MigrationStarted.class);

        BackgroundRun hasty =
                BackgroundRun.migrate(TestSettings.of(database, folder).runnerWait(Duration.ofMillis(600)));
        assertThat(hasty.failure(LockTimeoutException.class))
                .hasMessageContaining("cannot start: another runner works on")
                .hasMessageContaining("process " + ProcessHandle.current().pid())
                .hasMessageContaining("--runner-wait");
        BackgroundRun stopped = BackgroundRun.migrate(TestSettings.of(database, folder));
        stopped.await(Event.WaitingForRunner.class);
        stopped.stop().request();
        assertThat(stopped.failure(StoppedException.class)).hasMessageContaining("nothing was begun");

        goOn.countDown();
        assertThat(first.report().ran()).hasSize(3);
        assertThat(database.value("SELECT n FROM counter")).isEqualTo("11");
    }
}
