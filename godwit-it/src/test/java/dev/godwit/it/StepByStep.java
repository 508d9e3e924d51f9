package dev.godwit.it;

import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.Phase;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Planner;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.SqlSource;
import java.util.ArrayList;
import java.util.List;

/** Runs the steps of a plan one at a time, so that others can write between them. */
final class StepByStep implements AutoCloseable {
    private final Session session;
    private final MigrationPlan plan;
    private final List<Step> done = new ArrayList<>();

    StepByStep(TestDatabase database, String migration) {
        Engine engine = database.product().engine();
        session = database.connect();
        plan = Planner.plan(
                        engine.planProduct(engine.version(session)),
                        ScriptText.whole(SqlSource.of("migration.sql", migration)),
                        engine.catalogReader().read(session))
                .plan();
    }

    MigrationPlan plan() {
        return plan;
    }

    List<Step> steps(Phase phase) {
        return plan.steps(phase).stream().map(PlannedStep::step).toList();
    }

    void run(Step step) {
        switch (step) {
            case Step.Change change -> together(change.statements());
            case Step.Online online -> session.execute(online.statement());
            case Step.Batches batches -> session.execute(batches.statement());
            case Step.Setting setting -> session.execute(setting.statement());
            case Step.Check check -> {
                List<String> found = session.query(check.query(), row -> String.valueOf(row.getString(1)));
                if (!found.isEmpty()) {
                    throw new AssertionError(check.refusal() + " " + found);
                }
            }
        }
        done.add(step);
    }

    /** Takes back what was done, the last first. */
    void back() {
        for (Step step : done.reversed()) {
            WayBack.Statements back = (WayBack.Statements) step.back();
            List<String> together = new ArrayList<>();
            for (String statement : back.statements()) {
                if (statement.contains(" CONCURRENTLY ")) {
                    together(together);
                    together.clear();
                    session.execute(statement);
                } else {
                    together.add(statement);
                }
            }
            together(together);
        }
        done.clear();
    }

    private void together(List<String> statements) {
        if (statements.isEmpty()) {
            return;
        }
        session.begin();
        try {
            statements.forEach(session::execute);
        } catch (RuntimeException e) {
            session.rollback(e);
            throw e;
        }
        session.commit();
    }

    @Override
    public void close() {
        session.close();
    }
}
