package dev.godwit.core.execute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StopSignalTest {
    private final StopSignal stop = new StopSignal();
    private final AtomicInteger cancelled = new AtomicInteger();

    @Test
    void staysAskedFor() {
        assertThat(stop.isRequested()).isFalse();
        assertThat(stop.await(Duration.ZERO)).isFalse();
        stop.request();
        stop.request();
        assertThat(stop.isRequested()).isTrue();
        assertThat(stop.await(Duration.ofHours(1))).isTrue();
    }

    @Test
    void endsAWaitAtOnce() throws Exception {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> stop.await(Duration.ofHours(1)));
        stop.request();
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void takesAnInterruptForARequestAndKeepsIt() {
        Thread.currentThread().interrupt();
        assertThat(stop.await(Duration.ofHours(1))).isTrue();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stop.isRequested()).isFalse();
    }

    @Test
    void cancelsWhatCanBeCancelledOnce() {
        stop.beginCancellable(cancelled::incrementAndGet);
        stop.request();
        stop.request();
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void leavesAloneWhatHasEnded() {
        stop.beginCancellable(cancelled::incrementAndGet);
        stop.endCancellable();
        stop.request();
        assertThat(cancelled).hasValue(0);
    }
}
