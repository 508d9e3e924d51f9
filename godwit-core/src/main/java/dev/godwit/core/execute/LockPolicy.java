package dev.godwit.core.execute;

import java.time.Duration;

/**
 * How long Godwit may keep others waiting, and how long it waits itself.
 *
 * @param maxStall the longest time that the application may wait behind Godwit at once
 * @param lockWait how long to go on trying for a lock in all
 */
public record LockPolicy(Duration maxStall, Duration lockWait) {
    /** 500 ms at once, five minutes in all. */
    public static final LockPolicy DEFAULT = new LockPolicy(Duration.ofMillis(500), Duration.ofMinutes(5));
}
