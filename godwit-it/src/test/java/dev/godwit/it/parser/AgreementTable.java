package dev.godwit.it.parser;

import dev.godwit.it.parser.Comparison.Outcome;
import dev.godwit.it.parser.Judge.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Counts how far Godwit and a judge agree on a corpus, and keeps what they do not agree on. */
final class AgreementTable {
    private static final int LONGEST_REASON = 120;

    private final Map<Facet, Integer> disagreements = new EnumMap<>(Facet.class);
    private final Map<String, List<String>> examples = new LinkedHashMap<>();
    private final int keep;
    private int statements;
    private int valid;
    private int blind;
    private int typed;
    private int typedInvalid;
    private int agreeing;
    private int reprinted;
    private int thrown;

    /** Makes an empty one that keeps so many examples of each sort. */
    AgreementTable(int keep) {
        this.keep = keep;
    }

    /** Counts a statement that a server of the product refuses. */
    void addInvalid(String sql, Outcome outcome) {
        statements++;
        switch (outcome) {
            case Outcome.Thrown failure -> addThrown(sql, failure);
            case Outcome.Untyped untyped -> {}
            case Outcome.Typed read -> typedInvalid++;
        }
    }

    /** Counts a statement that a server of the product takes. */
    void add(String sql, Verdict verdict, Outcome outcome) {
        statements++;
        valid++;
        if (verdict instanceof Verdict.Refused refused) {
            blind++;
            example("judge does not read", sql, shortened(refused.why()));
        }
        switch (outcome) {
            case Outcome.Thrown failure -> addThrown(sql, failure);
            case Outcome.Untyped untyped -> example("unparsed", sql, untyped.why());
            case Outcome.Typed read -> addTyped(sql, verdict, read);
        }
    }

    private void addThrown(String sql, Outcome.Thrown failure) {
        thrown++;
        StackTraceElement[] trace = failure.exception().getStackTrace();
        example("thrown", sql, failure.exception() + (trace.length == 0 ? "" : " at " + trace[0]));
    }

    private void addTyped(String sql, Verdict verdict, Outcome.Typed read) {
        typed++;
        if (read.printed().isEmpty()) {
            reprinted++;
        } else {
            example("print and parse", sql, read.printed().get());
        }
        if (read.facets().isEmpty()) {
            agreeing++;
            return;
        }
        read.facets().forEach(facet -> disagreements.merge(facet, 1, Integer::sum));
        String difference = "%n    godwit %s%n    judge  %s".formatted(read.read(), verdict);
        example(read.facets().iterator().next().name().toLowerCase(Locale.ROOT), sql, difference);
    }

    // ANTLR lists every token that it would have taken.
    private static String shortened(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private void example(String sort, String sql, String why) {
        examples.computeIfAbsent(sort, name -> new ArrayList<>()).add(sql.replaceAll("\\s+", " ") + "  -- " + why);
    }

    /** Returns how many of the valid statements Godwit reads and reads as the judge does, of one. */
    double agreement() {
        return valid == 0 ? 1 : (double) agreeing / valid;
    }

    /** Returns how many typed statements are not the same after printing and parsing, and how many threw. */
    int failures() {
        return typed - reprinted + thrown;
    }

    /** Returns the table, a line each. */
    Stream<String> lines() {
        Stream<String> facets = Stream.of(Facet.values())
                .map(facet -> percent(
                        "  agree on " + facet.name().toLowerCase(Locale.ROOT),
                        typed - disagreements.getOrDefault(facet, 0)));
        return Stream.of(
                        Stream.of(
                                count("statements", statements),
                                count("valid on the server", valid),
                                count("  of them not read by the judge", blind),
                                percent("read to a typed node", typed)),
                        facets,
                        Stream.of(
                                percent("typed and agreeing on all", agreeing),
                                "%-36s %7d  %6.2f %% of typed"
                                        .formatted(
                                                "print, parse: an equal tree",
                                                reprinted,
                                                typed == 0 ? 100.0 : 100.0 * reprinted / typed),
                                count("exceptions", thrown),
                                count("refused by the server, yet typed", typedInvalid)))
                .flatMap(lines -> lines);
    }

    private static String count(String name, int number) {
        return "%-36s %7d".formatted(name, number);
    }

    private String percent(String name, int number) {
        return "%-36s %7d  %6.2f %% of valid".formatted(name, number, valid == 0 ? 100.0 : 100.0 * number / valid);
    }

    /** Returns some examples of each sort of disagreement, with how many there are. */
    Stream<String> exampleLines() {
        return examples.entrySet().stream()
                .flatMap(sort -> Stream.concat(
                        Stream.of(
                                "",
                                "%s: %d"
                                        .formatted(
                                                sort.getKey(), sort.getValue().size())),
                        sort.getValue().stream().limit(keep).map(example -> "  " + example)));
    }
}
