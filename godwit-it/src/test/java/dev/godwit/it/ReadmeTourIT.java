package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Runs the tour of the README word for word, by the launcher of the distribution. */
@DisabledOnOs(OS.WINDOWS)
final class ReadmeTourIT {
    @Test
    void showsWhatHappens() throws IOException, InterruptedException {
        String page = Repository.read(Repository.root().resolve("README.md"));
        ConsolePage tour = ConsolePage.of(page.substring(page.indexOf("## Five minutes")));
        assertThat(tour.commands()).hasSizeGreaterThan(15);

        tour.check();
    }
}
