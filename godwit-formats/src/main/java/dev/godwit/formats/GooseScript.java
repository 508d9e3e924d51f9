package dev.godwit.formats;

import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.core.migration.ScriptText.Block;
import dev.godwit.core.migration.ScriptText.Reading;
import dev.godwit.core.migration.SourceLines;
import dev.godwit.core.migration.SourceLines.CommentLine;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.List;

/** The parts of a goose file, by its annotations. */
final class GooseScript {
    private static final String MARK = "+goose";

    private enum Part {
        START,
        UP,
        DOWN
    }

    private final SqlSource source;
    private final List<Block> up = new ArrayList<>();
    private final List<Block> down = new ArrayList<>();
    private final List<SourceSpan> substituted = new ArrayList<>();
    private TransactionMode mode = TransactionMode.AUTOMATIC;
    private Part part = Part.START;
    private Reading reading = Reading.SPLIT;
    private boolean substitutes;

    private GooseScript(SqlSource source) {
        this.source = source;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidMigrationException if its annotations make no sense
     */
    static GooseScript of(SqlSource source) {
        GooseScript script = new GooseScript(source);
        int from = SourceLines.textStart(source);
        for (CommentLine line : SourceLines.comments(source, MARK)) {
            script.text(from, line.start(), line.number());
            script.annotation(line);
            from = line.next();
        }
        script.text(from, source.length(), 1);
        if (script.reading == Reading.SINGLE) {
            throw new InvalidMigrationException(
                    "\"-- +goose StatementBegin\" has no end. Put \"-- +goose StatementEnd\" behind the statement");
        }
        return script;
    }

    private void text(int from, int to, int line) {
        SourceSpan span = new SourceSpan(from, to);
        if (substitutes) {
            substituted.add(span);
        }
        boolean empty = isEmpty(span);
        switch (part) {
            case START -> {
                if (!empty) {
                    throw wrong(line, "there are statements before \"-- +goose Up\". Put that line before the change");
                }
            }
            case UP -> add(up, span, empty);
            case DOWN -> add(down, span, empty);
        }
    }

    private void add(List<Block> blocks, SourceSpan span, boolean empty) {
        if (!empty) {
            blocks.add(new Block(span, reading));
        }
    }

    private boolean isEmpty(SourceSpan span) {
        return source.text(span)
                .lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("--"));
    }

    private void annotation(CommentLine line) {
        switch (line.text().substring(MARK.length()).strip()) {
            case "Up" -> {
                require(part == Part.START, line, "there is a second \"-- +goose Up\". Make it a file of its own");
                part = Part.UP;
            }
            case "Down" -> {
                require(
                        part == Part.UP && reading == Reading.SPLIT,
                        line,
                        "\"-- +goose Down\" does not follow an \"-- +goose Up\" part. Put it behind that");
                part = Part.DOWN;
            }
            case "StatementBegin" -> {
                require(
                        part != Part.START && reading == Reading.SPLIT,
                        line,
                        "\"-- +goose StatementBegin\" is misplaced. Put it in a part, around one statement");
                reading = Reading.SINGLE;
            }
            case "StatementEnd" -> {
                require(
                        reading == Reading.SINGLE,
                        line,
                        "nothing began that \"-- +goose StatementEnd\" ends. Remove it");
                reading = Reading.SPLIT;
            }
            case "NO TRANSACTION" -> mode = TransactionMode.NONE;
            case "ENVSUB ON", "ENVSUBST ON" -> substitutes = true;
            case "ENVSUB OFF", "ENVSUBST OFF" -> substitutes = false;
            default -> throw wrong(line.number(), "goose knows no \"-- " + line.text() + "\". Correct or remove it");
        }
    }

    private static void require(boolean fits, CommentLine line, String why) {
        if (!fits) {
            throw wrong(line.number(), why);
        }
    }

    private static InvalidMigrationException wrong(int line, String why) {
        return new InvalidMigrationException("line " + line + ": " + why);
    }

    SqlSource source() {
        return source;
    }

    List<Block> up() {
        return up;
    }

    List<Block> down() {
        return down;
    }

    TransactionMode mode() {
        return mode;
    }

    /** Tells whether the file has a {@code Down} part, be it an empty one. */
    boolean hasDown() {
        return part == Part.DOWN;
    }

    /** Tells whether the file has any annotation. */
    boolean isMarked() {
        return part != Part.START;
    }

    /** Tells whether anything but comments stands in the file. */
    boolean isBlank() {
        return isEmpty(source.whole());
    }

    /** Returns the script with the values of environment variables where the file asks for them. */
    GooseScript substitute(GooseVariables variables) {
        if (substituted.isEmpty()) {
            return this;
        }
        StringBuilder text = new StringBuilder(source.length());
        int line = 1;
        int from = 0;
        for (SourceSpan span : substituted) {
            String before = source.text(new SourceSpan(from, span.start()));
            line += (int) before.chars().filter(c -> c == '\n').count();
            text.append(before);
            for (String one : source.text(span).split("(?<=\n)", -1)) {
                text.append(variables.replace(one, line));
                line += one.endsWith("\n") ? 1 : 0;
            }
            from = span.end();
        }
        text.append(source.text(new SourceSpan(from, source.length())));
        return of(SqlSource.of(source.name(), text.toString()));
    }
}
