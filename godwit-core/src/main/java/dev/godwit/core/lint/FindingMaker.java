package dev.godwit.core.lint;

import dev.godwit.core.lint.Finding.Place;
import dev.godwit.core.lint.RuleRun.Hit;
import dev.godwit.sql.Position;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes findings of what rules say: severity, place and names. */
final class FindingMaker {
    private static final int SHOWN_LINES = 3;

    private final LintSettings settings;
    private final Sizes sizes;
    private final Map<FileContext, LineMap> lines = new HashMap<>();

    FindingMaker(LintSettings settings, Sizes sizes) {
        this.settings = settings;
        this.sizes = sizes;
    }

    /** Returns the finding, unless size or configuration takes it away. */
    Optional<Finding> of(Hit hit) {
        Found found = hit.found();
        Optional<Severity> set = found.in().isPresent()
                ? settings.severity(hit.rule(), found.in().get().name())
                : settings.severity(hit.rule());
        return set.flatMap(severity -> weighed(severity, sizes.of(found)))
                .map(severity -> new Finding(
                        hit.rule(),
                        severity,
                        found.in().map(file -> place(file, found)),
                        found.happens(),
                        found.because(),
                        found.instead(),
                        found.objects().stream().map(Object::toString).toList()));
    }

    private static Optional<Severity> weighed(Severity severity, Sizes.Weight weight) {
        return switch (weight) {
            case NONE -> Optional.empty();
            case LITTLE -> Optional.of(Severity.INFO);
            case FULL -> Optional.of(severity);
        };
    }

    private Place place(FileContext file, Found found) {
        SqlSource source = file.source();
        SourceSpan nowhere = new SourceSpan(0, 0);
        SourceSpan statement =
                found.at().map(context -> context.statement().span()).orElse(nowhere);
        SourceSpan mark =
                found.mark().orElseGet(() -> found.at().isPresent() ? firstWords(source, statement) : nowhere);
        LineMap map = lines.computeIfAbsent(file, one -> new LineMap(one.source()));
        Position start = map.position(mark.start());
        Position end = map.position(mark.end());
        List<String> shown = mark.equals(nowhere) ? List.of() : map.lines(mark.start(), mark.end(), SHOWN_LINES);
        return new Place(
                file.name(),
                statement,
                mark,
                start.line(),
                start.column(),
                end.line(),
                end.column(),
                source.text(statement),
                shown);
    }

    // The verb and what it is about: "ALTER TABLE", "UPDATE users".
    private static SourceSpan firstWords(SqlSource source, SourceSpan statement) {
        int end = wordEnd(source, statement.start(), statement.end());
        int second = end;
        while (second < statement.end() && source.at(second) == ' ') {
            second++;
        }
        int secondEnd = wordEnd(source, second, statement.end());
        int last = secondEnd > second ? secondEnd : end;
        return new SourceSpan(statement.start(), Math.max(last, Math.min(statement.start() + 1, statement.end())));
    }

    private static int wordEnd(SqlSource source, int start, int limit) {
        int end = start;
        while (end < limit && isWord(source.at(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(byte b) {
        return b < 0 || b == '_' || b == '.' || Character.isLetterOrDigit(b);
    }
}
