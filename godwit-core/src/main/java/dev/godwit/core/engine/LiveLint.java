package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.Session;
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
    private static final System.Logger LOG = System.getLogger(LiveLint.class.getName());

    private LiveLint() {}

    /** Judges what is pending, on top of what the database says it has. */
    static LintReport pending(Project project, List<Migration> pending, LintRequest request) {
        return pending(project, pending, Optional.of(read(project)), request);
    }

    /**
     * The same before a run: where the database does not let itself be read, the files that were run before tell what it has, and its tables are
     * taken to be large.
     */
    static LintReport beforeRun(Project project, List<Migration> pending, LintRequest request) {
        Optional<Catalog> live = Optional.empty();
        try {
            live = Optional.of(read(project));
        } catch (DatabaseException e) {
            LOG.log(System.Logger.Level.WARNING, "the schema cannot be read, so sizes of tables are not known", e);
        }
        return pending(project, pending, live, request);
    }

    private static Catalog read(Project project) {
        return project.engine().catalogReader().read(project.session());
    }

    private static LintReport pending(
            Project project, List<Migration> pending, Optional<Catalog> live, LintRequest request) {
        LintInput input = LintScripts.pending(
                project.folder(), pending.stream().map(Migration::id).collect(Collectors.toSet()), live);
        return lint(project.engine(), project.version(), input, request);
    }

    /** Judges texts that belong to no folder. */
    static LintReport texts(
            Engine engine, Session session, ServerVersion version, List<SqlSource> texts, LintRequest request) {
        Catalog live = engine.catalogReader().read(session);
        return lint(engine, version, LintScripts.loose(texts, Optional.of(live)), request);
    }

    private static LintReport lint(Engine engine, ServerVersion version, LintInput input, LintRequest request) {
        return new Linter(engine.lintProduct(version), request.settings()).lint(input.judging(request.judged()));
    }
}
