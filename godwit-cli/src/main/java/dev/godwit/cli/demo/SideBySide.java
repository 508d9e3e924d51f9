package dev.godwit.cli.demo;

import dev.godwit.cli.config.Durations;
import dev.godwit.cli.output.Outcome.Demonstrated;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.lint.LintSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One dangerous migration, run as it is written on a copy of the shop, and then by Godwit, each beside the same application. */
final class SideBySide {
    private static final Path CHART = Path.of("godwit-demo.svg");
    private static final Duration WARM_UP = Duration.ofMillis(1500);
    private static final Duration AROUND = Duration.ofMillis(500);

    private final Stage stage;

    SideBySide(Stage stage) {
        this.stage = stage;
    }

    /** What the application met while something was run. */
    private record Run(Latencies latencies, Duration quiet, long begin, long end, Demonstrated.Load load) {
        WaitChart.Line line(String name) {
            return new WaitChart.Line(name, latencies, begin - AROUND.toNanos(), end + AROUND.toNanos());
        }
    }

    Demonstrated run(DemoDatabase database) throws IOException {
        stage.load(database.url());
        DemoDatabase copy = database.copy("shop_as_written");
        Path file = stage.migrations().resolve(DemoProduct.POSTGRES.files().getLast());
        String sql = Files.readString(file, StandardCharsets.UTF_8);
        stage.tell("The migration:");
        sql.lines().forEach(line -> stage.tell("    " + line));
        stage.tell("");
        Run direct = directly(copy, sql);
        Run godwit = byGodwit(database);
        WaitChart chart = new WaitChart(List.of(direct.line("as written"), godwit.line("by Godwit")));
        stage.tell("");
        chart.text().forEach(stage::tell);
        write(chart);
        return new Demonstrated(
                godwit.load(),
                godwit.quiet(),
                Optional.of(new Demonstrated.AsWritten(direct.load(), CHART.toAbsolutePath())));
    }

    private Run directly(DemoDatabase database, String sql) {
        try (LiveClient client = LiveClient.start(stage.engine(), database.url());
                Session session = stage.engine().connector().connect(database.url(), "godwit demo")) {
            stage.pause(WARM_UP);
            long begin = System.nanoTime();
            Duration quiet = quiet(client, begin);
            stage.tell(LiveClient.introduction(quiet));
            session.execute(sql);
            long end = System.nanoTime();
            stage.pause(AROUND);
            client.settle();
            Demonstrated.Load load = client.load(begin, end);
            stage.tell("As it is written, on a copy of the shop, the migration took " + took(begin, end)
                    + "; the application waited up to " + Durations.show(load.longest()) + ".");
            stage.tell("");
            return new Run(client.latencies(), quiet, begin, end, load);
        }
    }

    private Run byGodwit(DemoDatabase database) {
        Godwit godwit = stage.godwit(database.url(), stage.progress());
        try (LiveClient client = LiveClient.start(stage.engine(), database.url())) {
            stage.pause(WARM_UP);
            long begin = System.nanoTime();
            godwit.migrate(Optional.empty(), RunMode.RUN, Optional.of(LintSettings.defaults(Set::of)));
            long end = System.nanoTime();
            stage.pause(AROUND);
            client.settle();
            Demonstrated.Load load = client.load(begin, end);
            stage.tell("By Godwit it took " + took(begin, end) + "; the application waited up to "
                    + Durations.show(load.longest())
                    + ". Until CONTRACT it can be taken back with all that was written since:");
            stage.tell("");
            long back = System.nanoTime();
            godwit.rollback(new RollbackTarget.Steps(1), RunMode.RUN);
            client.settle();
            long done = System.nanoTime();
            stage.tell("      the application waited at most "
                    + Durations.show(client.latencies().between(back, done).longest()));
            return new Run(client.latencies(), quiet(client, begin), begin, end, load);
        }
    }

    private static void write(WaitChart chart) {
        try {
            Files.writeString(CHART, chart.svg(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ConfigurationException("cannot write the chart to \"" + CHART.toAbsolutePath() + "\": " + e
                    + ". Run the demo in a folder that can be written");
        }
    }

    private static Duration quiet(LiveClient client, long end) {
        return client.latencies().between(client.begin(), end).longest();
    }

    private static String took(long begin, long end) {
        return Durations.show(Duration.ofNanos(end - begin));
    }
}
