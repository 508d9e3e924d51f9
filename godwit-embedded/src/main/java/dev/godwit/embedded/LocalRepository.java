package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the folder in which the user's Maven keeps its artifacts. */
final class LocalRepository {
    private static final Pattern SETTING = Pattern.compile("<localRepository>\\s*(.+?)\\s*</localRepository>");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    private LocalRepository() {}

    static Path find(Properties properties) {
        String home = properties.getProperty("user.home");
        return Optional.ofNullable(properties.getProperty("maven.repo.local"))
                .or(() -> fromSettings(Path.of(home, ".m2", "settings.xml"), home))
                .map(Path::of)
                .orElseGet(() -> Path.of(home, ".m2", "repository"));
    }

    private static Optional<String> fromSettings(Path settings, String home) {
        if (!Files.isReadable(settings)) {
            return Optional.empty();
        }
        try {
            Matcher matcher =
                    SETTING.matcher(COMMENT.matcher(Files.readString(settings)).replaceAll(""));
            return matcher.find() ? Optional.of(matcher.group(1).replace("${user.home}", home)) : Optional.empty();
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "cannot read file \"%s\": %s. Set -Dmaven.repo.local instead.".formatted(settings, e.getMessage()),
                    e);
        }
    }
}
