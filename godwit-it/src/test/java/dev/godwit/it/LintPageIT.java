package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Runs the commands of the page about lint word for word, those for continuous integration too. */
@DisabledOnOs(OS.WINDOWS)
final class LintPageIT {
    private static final String PAGE = Repository.read(Repository.root().resolve("docs/lint.md"));
    private static final Pattern IN_YAML = Pattern.compile("(?m)^\\s*-(?: run:)? (godwit lint .*)$");

    @Test
    void showsWhatHappens() throws IOException, InterruptedException {
        ConsolePage.of(PAGE).check();
    }

    @Test
    void runsTheCommandsForContinuousIntegrationByHandToo() {
        List<String> commands =
                IN_YAML.matcher(PAGE).results().map(match -> match.group(1)).toList();

        assertThat(commands).hasSizeGreaterThan(2);
        assertThat(ConsolePage.of(PAGE).commands()).containsAll(commands);
    }
}
