package dev.godwit.cli.output;

import dev.godwit.core.lint.Finding;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows findings as compilers do: the place, the line with a mark below it, what happens, why, and what to write instead. */
final class LintText {
    private static final int WIDTH = 100;
    /** The longest part of a line that is shown; a dump may well stand on one line. */
    private static final int LONGEST = 160;

    private static final int BEFORE_MARK = 40;
    private static final String INDENT = "       ";

    private final Terminal terminal;

    LintText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns the lines of all findings, each with an empty line behind it. */
    List<String> findings(LintReport report) {
        List<String> lines = new ArrayList<>();
        report.problems().forEach(problem -> {
            lines.add(terminal.styled(Style.BAD, "error") + terminal.styled(Style.STRONG, ": " + problem));
            lines.add("");
        });
        report.findings().forEach(finding -> {
            add(lines, finding);
            lines.add("");
        });
        return lines;
    }

    private void add(List<String> lines, Finding finding) {
        lines.add(terminal.styled(
                        style(finding.severity()),
                        word(finding.severity()) + "[" + finding.rule().id() + "]")
                + terminal.styled(Style.STRONG, ": " + finding.rule().summary()));
        finding.place().ifPresent(place -> addPlace(lines, place, style(finding.severity())));
        addPart(lines, "what", finding.happens());
        addPart(lines, "why", finding.because());
        if (!finding.instead().isEmpty()) {
            lines.add("   = instead:");
            finding.instead().stream().flatMap(String::lines).forEach(line -> lines.add(INDENT + printable(line)));
        }
        lines.add("   = more: godwit explain " + finding.rule().id());
    }

    private void addPlace(List<String> lines, Finding.Place place, Style style) {
        String at = place.lines().isEmpty() ? "" : ":" + place.line() + ":" + place.column();
        lines.add("  --> " + printable(place.file()) + at);
        if (place.lines().isEmpty()) {
            return;
        }
        String margin = " ".repeat(String.valueOf(place.line()).length() + 2);
        lines.add(terminal.styled(Style.FAINT, margin + "|"));
        String line = place.lines().getFirst();
        int start = line.offsetByCodePoints(0, Math.min(place.column() - 1, line.codePointCount(0, line.length())));
        int end = place.endLine() == place.line()
                ? line.offsetByCodePoints(0, Math.min(place.endColumn() - 1, line.codePointCount(0, line.length())))
                : line.length();
        int from = line.length() > LONGEST ? Math.max(0, start - BEFORE_MARK) : 0;
        int to = Math.min(line.length(), from + LONGEST);
        lines.add(terminal.styled(Style.FAINT, " " + place.line() + " |") + " " + printable(line.substring(from, to)));
        int marked = Math.max(1, Math.min(end, to) - start);
        lines.add(terminal.styled(Style.FAINT, margin + "|") + " " + blank(line.substring(from, start))
                + terminal.styled(style, "^".repeat(marked)));
    }

    private static String blank(String text) {
        var blank = new StringBuilder();
        text.codePoints().forEach(c -> blank.append(c == '\t' ? '\t' : ' '));
        return blank.toString();
    }

    private static void addPart(List<String> lines, String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        String first = "   = " + name + ": ";
        var line = new StringBuilder(first);
        for (String word : printable(text).split(" ", -1)) {
            boolean fresh = line.length() == first.length() || line.toString().isBlank();
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(" ".repeat(first.length()));
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
        }
        lines.add(line.toString());
    }

    // What comes from a file must not move the cursor.
    private static String printable(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(c == '\t' || !Character.isISOControl(c) ? c : '?'));
        return shown.toString();
    }

    /** Returns the line that counts. */
    String summary(LintReport report) {
        List<String> counts = new ArrayList<>();
        addCount(counts, report.problems().size(), "problem");
        for (Severity severity : List.of(Severity.ERROR, Severity.WARN, Severity.INFO)) {
            addCount(counts, report.count(severity), word(severity));
        }
        String found = counts.isEmpty() ? "Nothing found" : String.join(", ", counts);
        String allowed = report.suppressed() == 0 ? "" : ", " + report.suppressed() + " allowed";
        return found + " in " + Words.plural(report.files().size(), "file") + " with "
                + Words.plural(report.statements(), "statement") + allowed + ".";
    }

    private static void addCount(List<String> counts, long count, String noun) {
        if (count > 0) {
            counts.add(Words.plural(count, noun));
        }
    }

    static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARN -> "warning";
            case INFO -> "note";
        };
    }

    static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.BAD;
            case WARN -> Style.CAREFUL;
            case INFO -> Style.STRONG;
        };
    }
}
