package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.sql.GodwitException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@code migrate} in a thread of its own, whose events can be awaited. */
final class BackgroundRun {
    private static final long LIMIT_SECONDS = 60;

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final StopSignal stop = new StopSignal();
    private final CompletableFuture<RunReport> result;

    private BackgroundRun(TestSettings settings, EventListener alsoHears) {
        result = CompletableFuture.supplyAsync(
                () -> Migrations.godwit(
                                settings.settings(),
                                event -> {
                                    events.add(event);
                                    alsoHears.on(event);
                                },
                                stop)
                        .migrate(Optional.empty(), RunMode.RUN),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    static BackgroundRun migrate(TestSettings settings) {
        return migrate(settings, event -> {});
    }

    /** Starts one; {@code alsoHears} is called on its thread. */
    static BackgroundRun migrate(TestSettings settings, EventListener alsoHears) {
        return new BackgroundRun(settings, alsoHears);
    }

    /** Waits for the {@code count}th event of a kind and returns it. */
    <E extends Event> E await(Class<E> kind, int count) {
        Waiting.until(
                "event " + kind.getSimpleName() + " number " + count,
                () -> events(kind).size() >= count || result.isDone());
        assertThat(events(kind)).as("%s in %s", kind.getSimpleName(), events).hasSizeGreaterThanOrEqualTo(count);
        return events(kind).get(count - 1);
    }

    <E extends Event> E await(Class<E> kind) {
        return await(kind, 1);
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean isRunning() {
        return !result.isDone();
    }

    StopSignal stop() {
        return stop;
    }

    /** Waits for the end. */
    RunReport report() {
        try {
            return result.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof GodwitException failure ? failure : e;
        }
    }

    /** Waits for the end, which must be a failure of that kind. */
    <X extends GodwitException> X failure(Class<X> kind) {
        Throwable failure = catchThrowable(this::report);
        assertThat(failure).isInstanceOf(kind);
        return kind.cast(failure);
    }
}
