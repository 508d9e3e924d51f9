package dev.godwit.core.engine;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.journal.PlanStore.Part;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes of the steps that were done those that take them back. */
final class UndoPlan {
    private final Project project;

    UndoPlan(Project project) {
        this.project = project;
    }

    /** Tells whether a migration is taken back by its steps and not by its down script. */
    boolean isFor(Migration migration) {
        boolean planned = project.plans().has(project.session(), migration.id());
        boolean unfinished = project.unfinished().containsKey(migration.id());
        boolean open = project.plans().has(project.session(), migration.id(), Part.CONTRACT);
        return planned && (unfinished || open || migration.down().isEmpty());
    }

    /** Returns the migrations whose recorded steps can all be taken back. */
    Set<MigrationId> kept() {
        return Set.copyOf(project.plans().reversible(project.session()));
    }

    /**
     * Returns the steps back.
     *
     * @throws InvalidMigrationException if one of them cannot be taken back
     */
    List<Step> steps(Migration migration) {
        List<Step> undo = project.plans().read(project.session(), migration.id(), Part.UNDO);
        return undo.isEmpty() ? made(migration) : undo;
    }

    private List<Step> made(Migration migration) {
        List<Step> done = project.plans().read(project.session(), migration.id(), Part.EXPAND);
        List<Step> begun = project.unfinished().containsKey(migration.id())
                ? done.subList(0, begun(migration, done.size()))
                : done;
        List<Step> back = new ArrayList<>();
        for (Step step : begun.reversed()) {
            switch (step.back()) {
                case WayBack.None none ->
                    throw new InvalidMigrationException("cannot take back migration \"" + migration.displayName()
                            + "\": " + none.why() + ". Nothing was changed. Write a new migration that undoes it");
                case WayBack.Statements statements -> add(back, step, statements.statements());
            }
        }
        return back;
    }

    private int begun(Migration migration, int steps) {
        return project.journal().read(project.session(), migration.id(), "UP").stream()
                .mapToInt(entry -> entry.unit() + 1)
                .max()
                .stream()
                .map(count -> Math.min(count, steps))
                .findFirst()
                .orElse(0);
    }

    private void add(List<Step> back, Step step, List<String> statements) {
        String purpose = "take back: " + step.purpose();
        List<String> together = new ArrayList<>();
        for (String statement : statements) {
            if (isOutsideOnly(statement)) {
                addChange(back, purpose, together);
                back.add(new Step.Online(purpose, statement, WayBack.nothing()));
            } else {
                together.add(statement);
            }
        }
        addChange(back, purpose, together);
    }

    private static void addChange(List<Step> back, String purpose, List<String> together) {
        if (!together.isEmpty()) {
            back.add(new Step.Change(purpose, together, WayBack.nothing()));
            together.clear();
        }
    }

    private boolean isOutsideOnly(String text) {
        SqlSource source = SqlSource.of("step", text);
        Catalog unknown = Catalog.unknown(project.engine().conventions());
        for (Statement statement :
                ScriptText.whole(source).statements(project.engine().dialect())) {
            if (project.engine()
                            .effects()
                            .of(statement, unknown, project.version())
                            .transactionality()
                    == Transactionality.OUTSIDE_ONLY) {
                return true;
            }
        }
        return false;
    }
}
