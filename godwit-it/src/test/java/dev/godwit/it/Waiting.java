package dev.godwit.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what only shows by looking. */
final class Waiting {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private Waiting() {}

    static void until(String what, BooleanSupplier isSo) {
        long start = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new AssertionError("waited " + LIMIT + " for " + what);
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
