package dev.godwit.cli.output;

import dev.godwit.cli.config.Durations;
import dev.godwit.core.execute.Event;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.migration.Migration;
import java.time.Duration;

/** Tells people what happens: a line for each migration and each wait, and a spinner for what is under way. */
public final class TextProgress implements EventListener, AutoCloseable {
    private static final int NAME_WIDTH = 44;
    private static final int TIME_WIDTH = 10;

    private final Terminal terminal;
    private final Spinner spinner;
    private String underWay = "";
    private String server = "";

    /** Makes one that writes to {@code terminal}. */
    public TextProgress(Terminal terminal) {
        this.terminal = terminal;
        this.spinner = new Spinner(terminal);
    }

    @Override
    public void on(Event event) {
        // Most runs have nothing to do and tell only this. Linking the first pattern switch of a process takes some 30
        // ms,
        // which they need not spend.
        if (event instanceof Event.Connected connected) {
            server = connected.url().toString();
        } else {
            tell(event);
        }
    }

    private void tell(Event event) {
        switch (event) {
            case Event.Connected connected -> {}
            case Event.FolderNoted noted -> tellNotice(noted);
            case Event.ConnectRetry retry -> tellNotice(retry);
            case Event.WaitingForRunner waiting -> {
                tellNotice(waiting);
                spinner.show("waiting for " + Notices.owner(waiting));
            }
            case Event.RunStarted started -> tellStart(started);
            case Event.MigrationStarted started -> begin(started);
            case Event.Resuming resuming -> tellResuming(resuming);
            case Event.UnitStarted unit ->
                spinner.change(underWay + step(unit.unit(), unit.units()) + "  " + unit.sql());
            case Event.IntentWritten written -> {}
            case Event.EffectDone done -> {}
            case Event.Progress progress ->
                spinner.change(underWay + "  step " + (progress.unit() + 1) + "  "
                        + Words.percent(progress.done(), progress.total()) + ", about "
                        + Durations.show(progress.remaining()) + " to go");
            case Event.UnitFinished finished -> {}
            case Event.LockRetry retry -> tellNotice(retry);
            case Event.MigrationFinished finished -> end(good(), finished.migration(), finished.took());
            case Event.MigrationFailed failed -> end(bad(), failed.migration(), failed.took());
            case Event.Stopping stopping -> spinner.change("stopping at the next safe point");
        }
    }

    private void tellNotice(Event event) {
        Notices.lines(event).forEach(line -> terminal.println(terminal.styled(Style.CAREFUL, line)));
    }

    private void tellStart(Event.RunStarted started) {
        spinner.hide();
        if (started.total() == 0) {
            return;
        }
        String verb = switch (started.direction()) {
            case UP -> "Applying ";
            case DOWN -> "Taking back ";
            case CONTRACT -> "Contracting ";
        };
        terminal.println(verb + Words.migrations(started.total()) + (server.isEmpty() ? "" : " on " + server));
    }

    private void begin(Event.MigrationStarted started) {
        underWay = started.migration().displayName() + "  " + started.number() + "/" + started.total();
        spinner.show(underWay);
    }

    private void tellResuming(Event.Resuming resuming) {
        terminal.println("  going on with " + resuming.migration().displayName() + ": " + resuming.done() + " of "
                + resuming.units() + " steps are done already");
    }

    private static String step(int unit, int units) {
        return units > 1 ? "  step " + unit + " of " + units : "";
    }

    private String good() {
        return terminal.styled(Style.GOOD, terminal.glyphs().done());
    }

    private String bad() {
        return terminal.styled(Style.BAD, terminal.glyphs().failed());
    }

    private void end(String mark, Migration migration, Duration took) {
        spinner.hide();
        String name = migration.displayName();
        String time = Durations.show(took);
        int gap = Math.max(1, NAME_WIDTH - Table.width(name)) + Math.max(0, TIME_WIDTH - time.length());
        terminal.println("  " + mark + " " + name + " ".repeat(gap) + time);
    }

    @Override
    public void close() {
        spinner.close();
    }
}
