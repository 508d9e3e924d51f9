package dev.godwit.core.effect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The versions of a product that can be named where no server is asked.
 *
 * @param lines one for each line of releases, oldest first: its text names the line ({@code 16}, {@code 8.0}), its numbers are those of its
 *     newest release
 */
public record KnownVersions(List<ServerVersion> lines) {
    private static final int MANY = 4;

    public KnownVersions {
        lines = List.copyOf(lines);
    }

    /**
     * Makes them of their newest releases.
     *
     * @param depth how many numbers name a line: one for PostgreSQL, two for MySQL
     * @param releases oldest first
     */
    public static KnownVersions of(String product, int depth, List<String> releases) {
        return new KnownVersions(releases.stream()
                .map(release -> {
                    String[] parts = release.split("\\.", -1);
                    String line = String.join(".", List.of(parts).subList(0, depth));
                    return new ServerVersion(product, part(parts, 0), part(parts, 1), part(parts, 2), line);
                })
                .toList());
    }

    /** Returns the newest. */
    public ServerVersion newest() {
        return lines.getLast();
    }

    /**
     * Finds the version that a user means: {@code 16} or {@code 8.0} for the newest release of that line, {@code 8.0.20} for one release, {@code 8} for
     * the newest line that begins so.
     */
    public Optional<ServerVersion> find(String text) {
        if (!text.matches("\\d{1,4}(\\.\\d{1,4}){0,2}")) {
            return Optional.empty();
        }
        return lines.reversed().stream()
                .filter(line -> begins(text, line.text()) || begins(line.text(), text))
                .findFirst()
                .map(line -> begins(text, line.text()) ? release(line, text) : line);
    }

    private static boolean begins(String text, String start) {
        return text.equals(start) || text.startsWith(start + ".");
    }

    private static ServerVersion release(ServerVersion line, String text) {
        if (text.equals(line.text())) {
            return line;
        }
        String[] parts = text.split("\\.", -1);
        return new ServerVersion(line.product(), part(parts, 0), part(parts, 1), part(parts, 2), text);
    }

    private static int part(String[] parts, int index) {
        return index < parts.length ? Integer.parseInt(parts[index]) : 0;
    }

    /** Returns all lines for people. */
    public String text() {
        return lines.size() > MANY
                ? lines.getFirst().text() + " to " + lines.getLast().text()
                : lines.stream().map(ServerVersion::text).collect(Collectors.joining(", "));
    }
}
