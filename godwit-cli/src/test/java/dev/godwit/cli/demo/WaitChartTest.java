package dev.godwit.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class WaitChartTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final WaitChart chart = new WaitChart(
            List.of(line("as written", 60, 30, Duration.ofSeconds(1)), line("by Godwit", 30, 0, Duration.ofMillis(1))));

    // One request a second, of which each waits a millisecond but for one.
    private static WaitChart.Line line(String name, int seconds, int slowAt, Duration slow) {
        Latencies latencies = new Latencies();
        for (int second = 0; second < seconds; second++) {
            latencies.add(second * SECOND, (second == slowAt ? slow : Duration.ofMillis(1)).toNanos());
        }
        return new WaitChart.Line(name, latencies, 0, seconds * SECOND);
    }

    @Test
    void showsEveryMomentOnOneScale() {
        List<String> text = chart.text();

        assertThat(text.get(0)).contains("each 1.0 s", "█ is 1.0 s");
        assertThat(text.get(1)).isEqualTo("  as written  " + "▁".repeat(30) + "█" + "▁".repeat(29));
        assertThat(text.get(2)).isEqualTo("  by Godwit   " + "▁".repeat(30));
    }

    @Test
    void drawsABarForEachMoment() throws Exception {
        Document picture = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart.svg())));

        assertThat(picture.getElementsByTagName("rect").getLength()).isEqualTo(1 + 60 + 30);
        assertThat(chart.svg()).containsOnlyOnce("#c0392b");
    }
}
