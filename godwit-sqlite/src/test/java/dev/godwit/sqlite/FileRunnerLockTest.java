package dev.godwit.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.execute.RunnerLock.Attempt;
import dev.godwit.core.execute.RunnerLock.Lease;
import dev.godwit.core.execute.RunnerLock.Owner;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRunnerLockTest {
    private static final Owner ALICE = new Owner("alice", 17, Optional.of(Instant.parse("2026-01-02T03:04:05Z")));
    private static final Owner BOB = new Owner("bob", 18, Optional.empty());

    @TempDir
    Path folder;

    private DatabaseUrl url() {
        return DatabaseUrl.parse("file:" + folder.resolve("l.db"));
    }

    private Attempt acquire(Owner owner) {
        return new FileRunnerLock().tryAcquire(url(), "main", owner);
    }

    private static Lease lease(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Acquired.class);
        return ((Attempt.Acquired) attempt).lease();
    }

    @Test
    void isHadByOneAtATimeWithinAProcess() {
        try (Lease lease = lease(acquire(ALICE))) {
            assertThat(acquire(BOB)).isEqualTo(new Attempt.Busy(Optional.of(ALICE)));
            assertThat(lease.isHeld()).isTrue();
        }
        lease(acquire(BOB)).close();
    }

    @Test
    void isOneForAllPathsToAFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
        try (Lease lease = lease(acquire(ALICE))) {
            DatabaseUrl other = DatabaseUrl.parse("file:" + link.resolve("l.db"));
            assertThat(new FileRunnerLock().tryAcquire(other, "main", BOB)).isInstanceOf(Attempt.Busy.class);
            assertThat(lease.isHeld()).isTrue();
        }
    }

    @Test
    void isNoLongerHeldOnceItsFileIsGone() throws IOException {
        try (Lease lease = lease(acquire(ALICE))) {
            Files.delete(folder.resolve("l.db.godwit-lock"));
            assertThat(lease.isHeld()).isFalse();
        }
    }

    @Test
    void closingTwiceLeavesTheNextHolderAlone() {
        Lease first = lease(acquire(ALICE));
        first.close();
        try (Lease second = lease(acquire(BOB))) {
            first.close();
            assertThat(second.isHeld()).isTrue();
            assertThat(acquire(ALICE)).isInstanceOf(Attempt.Busy.class);
        }
    }

    @Test
    void namesAnOwnerInAnotherProcessAndIsFreedWhenThatIsKilled() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        url().database())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = holder.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("held");
            assertThat(acquire(BOB)).isEqualTo(new Attempt.Busy(Optional.of(ALICE)));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        lease(acquire(BOB)).close();
    }

    @Test
    void saysWhatIsWrongWhereNoFileCanBeMade() throws IOException {
        Files.createDirectory(folder.resolve("l.db.godwit-lock"));
        assertThatThrownBy(() -> acquire(ALICE))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cannot lock SQLite database");
        Files.delete(folder.resolve("l.db.godwit-lock"));
        lease(acquire(ALICE)).close();
    }

    /** Another process that takes the lock and keeps it until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            Attempt attempt = new FileRunnerLock().tryAcquire(DatabaseUrl.parse("file:" + arguments[0]), "main", ALICE);
            System.out.println(attempt instanceof Attempt.Acquired ? "held" : "busy");
            int end = System.in.read();
            System.out.println(end);
        }
    }
}
