package dev.godwit.core.execute;

import dev.godwit.core.effect.LockMode;
import dev.godwit.core.execute.Unit.Boundary;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes units of the steps of a plan. All their statements stand in one text, so that a message can say where one stands. */
final class PlannedUnits {
    private static final String END = ";\n";

    private final ExecutionParts parts;

    PlannedUnits(ExecutionParts parts) {
        this.parts = parts;
    }

    List<UnitTask> of(Migration migration, Direction direction, List<Step> steps) {
        var text = new StringBuilder();
        List<List<SourceSpan>> spans = new ArrayList<>();
        int at = 0;
        for (Step step : steps) {
            List<SourceSpan> own = new ArrayList<>();
            for (String statement : step.statements()) {
                int length = (statement + END).getBytes(StandardCharsets.UTF_8).length;
                own.add(new SourceSpan(at, at + length));
                text.append(statement).append(END);
                at += length;
            }
            spans.add(own);
        }
        SqlSource source = SqlSource.of("plan of " + migration.file(), text.toString());
        List<UnitTask> tasks = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            List<Statement> statements = spans.get(i).stream()
                    .flatMap(span -> ScriptText.part(source, span).statements(parts.dialect()).stream())
                    .toList();
            tasks.add(new UnitTask(
                    migration, direction, source, unit(steps.get(i), statements), tasks.size(), steps.size()));
        }
        return tasks;
    }

    private Unit unit(Step step, List<Statement> statements) {
        return new Unit(List.of(), statements, boundary(step), lock(step, statements), Optional.of(step));
    }

    private static Boundary boundary(Step step) {
        return switch (step) {
            case Step.Change change -> Boundary.TRANSACTION;
            case Step.Online online -> Boundary.AUTOCOMMIT;
            case Step.Batches batches -> Boundary.BATCHES;
            case Step.Check check -> Boundary.CHECK;
            case Step.Setting setting -> Boundary.SESSION;
        };
    }

    private LockMode lock(Step step, List<Statement> statements) {
        return step instanceof Step.Check
                ? LockMode.BLOCKS_NOTHING
                : statements.stream()
                        .map(statement -> parts.effects()
                                .of(statement, parts.catalog(), parts.version())
                                .lock())
                        .max(Comparator.naturalOrder())
                        .orElse(LockMode.BLOCKS_NOTHING);
    }
}
