package dev.godwit.core.lint;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.lint.FileContext.Part;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One case of a fixture file.
 *
 * @param server as in {@code postgres:11}
 * @param marks what must be found
 * @param live what the server says
 */
record Fixture(
        String name,
        Optional<String> server,
        List<Section> sections,
        List<Mark> marks,
        Map<RuleId, Map<String, String>> options,
        LiveSchema live) {
    private static final Pattern DIRECTIVE =
            Pattern.compile("\\s*-- (server|case|file|down|transaction|option|live|measures|sequence): ?(.*)");
    private static final Pattern MARK =
            Pattern.compile("\\s*-- (finds|finds-in-file|finds-in-folder): (\\S+)(?: \"(.*)\")?\\s*");
    private static final Pattern OPTION = Pattern.compile("(\\S+) (\\S+) = (.*)");

    /** A script: a migration's, or the way back of the one before it. */
    record Section(String name, Part.Direction direction, TransactionMode mode, SqlSource source) {}

    /** What a mark is about. */
    enum Reach {
        STATEMENT,
        FILE,
        FOLDER
    }

    /** A finding that must be there. */
    record Mark(Reach reach, int section, int offset, int line, String rule, String text) {}

    /** Reads a fixture file. */
    static List<Fixture> read(String file, String text) {
        return new Reader(file, text).read();
    }

    LintInput input(Conventions conventions) {
        List<LintScript> forward = new ArrayList<>();
        List<LintScript> back = new ArrayList<>();
        List<Migration> migrations = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section up = sections.get(i);
            boolean hasDown = i + 1 < sections.size() && sections.get(i + 1).direction() == Part.Direction.DOWN;
            Optional<Section> down = hasDown ? Optional.of(sections.get(++i)) : Optional.empty();
            Migration migration = migration(up, down);
            migrations.add(migration);
            forward.add(LintScript.up(migration));
            LintScript.down(migration).ifPresent(script -> back.addFirst(script));
        }
        forward.addAll(back);
        var folder = new MigrationFolder("native", Path.of(name), migrations, List.of(), List.of());
        return new LintInput(forward, Optional.of(folder), live.catalog(conventions));
    }

    private static Migration migration(Section up, Optional<Section> down) {
        return new Migration(
                new MigrationId(up.name()),
                "",
                Migration.Kind.VERSIONED,
                up.name(),
                "",
                up.mode(),
                () -> ScriptText.whole(up.source()),
                down.map(back -> () -> ScriptText.whole(back.source())));
    }

    /** Reads one file. The text of each script keeps its line numbers: the lines before it are empty. */
    private static final class Reader {
        private final String file;
        private final List<String> lines;
        private final List<Fixture> fixtures = new ArrayList<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<Mark> marks = new ArrayList<>();
        private final Map<RuleId, Map<String, String>> options = new HashMap<>();
        private final List<String> live = new ArrayList<>();
        private final List<String> measures = new ArrayList<>();
        private final List<String> sequences = new ArrayList<>();
        private final StringBuilder sql = new StringBuilder();
        private Optional<String> fileServer = Optional.empty();
        private Optional<String> server = Optional.empty();
        private Part.Direction direction = Part.Direction.UP;
        private TransactionMode mode = TransactionMode.AUTOMATIC;
        private String caseName = "";
        private String sectionName = "1.sql";
        private boolean begun;

        Reader(String file, String text) {
            this.file = file;
            this.lines = text.lines().toList();
        }

        List<Fixture> read() {
            for (int i = 0; i < lines.size(); i++) {
                Matcher directive = DIRECTIVE.matcher(lines.get(i));
                Matcher mark = MARK.matcher(lines.get(i));
                if (directive.matches()) {
                    direct(directive.group(1), directive.group(2).strip());
                    blank(i + 1);
                } else if (mark.matches()) {
                    String text = mark.group(3) == null ? "" : mark.group(3);
                    marks.add(new Mark(reach(mark.group(1)), sections.size(), bytes(), i + 1, mark.group(2), text));
                    sql.append('\n');
                } else {
                    begun |= !lines.get(i).isBlank() && !lines.get(i).strip().startsWith("--");
                    sql.append(lines.get(i)).append('\n');
                }
            }
            endCase();
            return fixtures;
        }

        private int bytes() {
            return sql.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        }

        private static Reach reach(String word) {
            return switch (word) {
                case "finds" -> Reach.STATEMENT;
                case "finds-in-file" -> Reach.FILE;
                default -> Reach.FOLDER;
            };
        }

        private void blank(int line) {
            while (sql.toString().lines().count() < line) {
                sql.append('\n');
            }
        }

        private void direct(String key, String value) {
            switch (key) {
                case "case" -> {
                    endCase();
                    caseName = value;
                }
                case "server" -> {
                    server = Optional.of(value);
                    fileServer = caseName.isEmpty() ? server : fileServer;
                }
                case "file" -> {
                    endSection();
                    sectionName = value;
                }
                case "down" -> {
                    endSection();
                    direction = Part.Direction.DOWN;
                    sectionName = value.isEmpty() ? "down.sql" : value;
                }
                case "transaction" -> mode = TransactionMode.valueOf(value.toUpperCase(java.util.Locale.ROOT));
                case "live" -> live.add(value);
                case "measures" -> measures.add(value);
                case "sequence" -> sequences.add(value);
                case "option" -> {
                    Matcher option = OPTION.matcher(value);
                    if (!option.matches()) {
                        throw new IllegalArgumentException(file + ": -- option: <rule> <name> = <value>, not " + value);
                    }
                    options.computeIfAbsent(new RuleId(option.group(1)), rule -> new HashMap<>())
                            .put(option.group(2), option.group(3));
                }
                default -> throw new IllegalStateException(key);
            }
        }

        private void endSection() {
            if (begun) {
                sections.add(new Section(sectionName, direction, mode, SqlSource.of(file, sql.toString())));
            }
            begun = false;
            direction = Part.Direction.UP;
            mode = TransactionMode.AUTOMATIC;
            sql.setLength(0);
        }

        private void endCase() {
            endSection();
            if (!sections.isEmpty()) {
                fixtures.add(new Fixture(
                        caseName.isEmpty() ? file : file + ": " + caseName,
                        server,
                        List.copyOf(sections),
                        List.copyOf(marks),
                        Map.copyOf(options),
                        new LiveSchema(live, measures, sequences)));
            }
            sections.clear();
            marks.clear();
            options.clear();
            live.clear();
            measures.clear();
            sequences.clear();
            server = fileServer;
            sectionName = "1.sql";
        }
    }
}
