package dev.godwit.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pages about rules, which the distribution brings along. */
final class RulePages {
    private RulePages() {}

    /** Returns the page about a rule. */
    static Optional<String> find(String rule) {
        try (InputStream page = RulePages.class.getResourceAsStream("/dev/godwit/cli/rules/" + rule + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
