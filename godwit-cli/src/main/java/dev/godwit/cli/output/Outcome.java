package dev.godwit.cli.output;

import dev.godwit.cli.config.FailOn;
import dev.godwit.core.engine.PlanReport;
import dev.godwit.core.engine.Resolution;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.engine.RunReport;
import dev.godwit.core.engine.StatusReport;
import dev.godwit.core.lint.Baseline;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.Severity;
import dev.godwit.core.migration.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of a command that did not fail. */
public sealed interface Outcome {
    /** Returns how the process ends after it. */
    default ExitCode exitCode() {
        return ExitCode.OK;
    }

    /** Migrations were run or taken back, or would be. */
    record Ran(RunReport report) implements Outcome {}

    /** What would be run. */
    record Planned(PlanReport report) implements Outcome {}

    /** Where the database stands. */
    record Status(StatusReport report) implements Outcome {
        @Override
        public ExitCode exitCode() {
            return report.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    /** What is wrong; empty when nothing is. */
    record Validated(List<Problem> problems) implements Outcome {
        public Validated {
            problems = List.copyOf(problems);
        }

        @Override
        public ExitCode exitCode() {
            return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
        }
    }

    /** Migrations were recorded without being run, or would be. */
    record Baselined(int recorded, Optional<String> last, RunMode mode) implements Outcome {}

    /** A decision was recorded, or would be. */
    record Resolved(String id, Resolution resolution, RunMode mode) implements Outcome {}

    /** Files were made, or would be; those in {@code kept} were there already. */
    record Created(List<Path> files, List<Path> kept, RunMode mode) implements Outcome {
        public Created {
            files = List.copyOf(files);
            kept = List.copyOf(kept);
        }
    }

    /**
     * Files were judged.
     *
     * @param notice what was assumed about the server
     * @param pages finds the page about a rule
     */
    record Linted(LintReport report, FailOn failOn, Optional<String> notice, Function<String, Optional<String>> pages)
            implements Outcome {
        @Override
        public ExitCode exitCode() {
            boolean fails = failOn.severity()
                    .filter(least -> report.has(least) || !report.problems().isEmpty())
                    .isPresent();
            return fails ? ExitCode.FAILURE : ExitCode.OK;
        }

        /** Returns the same without what is known. */
        public Linted without(Baseline known) {
            return new Linted(report.without(known), failOn, notice, pages);
        }
    }

    /** What is found is known from now on. */
    record BaselineWritten(Path file, int findings) implements Outcome {}

    /** The rules of lint. */
    record Rules(List<Listed> rules) implements Outcome {
        public Rules {
            rules = List.copyOf(rules);
        }

        /**
         * A rule.
         *
         * @param severity what the configuration gives it; empty where it is off
         * @param products ids of those that have it
         */
        public record Listed(RuleInfo info, Optional<Severity> severity, List<String> products) {
            public Listed {
                products = List.copyOf(products);
            }
        }
    }

    /** The page about a rule, in Markdown. */
    record Explained(String rule, String page) implements Outcome {}

    /** The user did not want it after all. */
    record Declined() implements Outcome {
        @Override
        public ExitCode exitCode() {
            return ExitCode.FAILURE;
        }
    }

    /**
     * The demo ran.
     *
     * @param quiet the longest wait of the application before, when nothing else ran
     * @param asWritten what it met when the same was run as it is written, where the demo compares
     */
    record Demonstrated(Load load, Duration quiet, Optional<AsWritten> asWritten) implements Outcome {
        /**
         * What an application met while a schema was changed.
         *
         * @param longest its longest wait
         * @param within99 the time within which 99 of 100 of its requests were done
         */
        public record Load(
                int requests, int failed, Duration longest, Duration within99, Optional<String> firstFailure) {}

        /**
         * The other side.
         *
         * @param chart the file of the picture
         */
        public record AsWritten(Load load, Path chart) {}
    }
}
