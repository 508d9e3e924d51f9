package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.lint.LintInput;
import dev.godwit.core.lint.LintScript;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts scripts into the order in which the linter reads them: all changes, then the ways back, newest first. */
final class LintScripts {
    private LintScripts() {}

    static LintInput loose(List<SqlSource> texts, Optional<Catalog> live) {
        List<LintScript> scripts =
                texts.stream().map(ScriptText::whole).map(LintScript::loose).toList();
        return new LintInput(scripts, Optional.empty(), live);
    }

    /** Takes the whole folder. */
    static LintInput folder(MigrationFolder folder) {
        return input(folder, folder.migrations(), Set.of(), Optional.empty());
    }

    /** Takes the files of a folder of which it is not known how it is run. */
    static LintInput unknown(MigrationFolder folder) {
        List<LintScript> scripts = folder.migrations().stream()
                .map(migration -> LintScript.loose(migration.up().read()))
                .toList();
        return new LintInput(scripts, Optional.of(folder), Optional.empty());
    }

    /** Takes what is pending, on top of what the server has, or else on top of what was run before. */
    static LintInput pending(MigrationFolder folder, Set<MigrationId> pending, Optional<Catalog> live) {
        List<Migration> read = folder.migrations().stream()
                .filter(migration -> live.isEmpty() || pending.contains(migration.id()))
                .toList();
        Set<MigrationId> applied = new java.util.HashSet<>();
        read.stream().map(Migration::id).filter(id -> !pending.contains(id)).forEach(applied::add);
        return input(folder, read, applied, live);
    }

    private static LintInput input(
            MigrationFolder folder, List<Migration> read, Set<MigrationId> applied, Optional<Catalog> live) {
        List<LintScript> scripts = new ArrayList<>();
        List<LintScript> back = new ArrayList<>();
        for (Migration migration : read) {
            if (migration.kind() == Migration.Kind.BASELINE) {
                // It is run on empty databases only, where nothing can hurt, and stands for others that are read.
                if (scripts.isEmpty()) {
                    scripts.add(LintScript.up(migration).asHistory());
                }
                continue;
            }
            boolean judged = !applied.contains(migration.id());
            LintScript up = LintScript.up(migration);
            scripts.add(judged ? up : up.asHistory());
            if (judged) {
                LintScript.down(migration).ifPresent(back::addFirst);
            }
        }
        scripts.addAll(back);
        return new LintInput(scripts, Optional.of(folder), live);
    }
}
