package dev.godwit.core.engine;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.lint.LintInput;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.Linter;
import dev.godwit.core.migration.Migration;
import dev.godwit.sql.SqlSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks at files on top of what a database has. */
final class LiveLint {
    private LiveLint() {}

    static LintReport pending(Project project, List<Migration> pending, LintRequest request) {
        LintInput input = LintScripts.pending(
                project.folder(), pending.stream().map(Migration::id).collect(Collectors.toSet()), Optional.empty());
        return lint(project.engine(), project.version(), input, request);
    }

    static LintReport texts(Engine engine, ServerVersion version, List<SqlSource> texts, LintRequest request) {
        return lint(engine, version, LintScripts.loose(texts, Optional.empty()), request);
    }

    private static LintReport lint(Engine engine, ServerVersion version, LintInput input, LintRequest request) {
        return new Linter(engine.lintProduct(version), request.settings()).lint(input.judging(request.judged()));
    }
}
