package dev.godwit.cli.output;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.engine.PlanReport;
import dev.godwit.core.plan.MigrationPlan;
import dev.godwit.core.plan.PlannedStep;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** A plan, for programs. */
final class PlanJson {
    private PlanJson() {}

    static void write(JsonGenerator json, PlanReport report) {
        json.writeStringProperty("server", report.version().toString());
        json.writeArrayPropertyStart("migrations");
        for (PlanReport.Planned planned : report.migrations()) {
            json.writeStartObject();
            json.writeStringProperty("id", planned.migration().id().value());
            json.writeStringProperty("file", planned.migration().file());
            write(json, planned.plan());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("begun");
        report.begun().forEach(migration -> json.writeString(migration.id().value()));
        json.writeEndArray();
        json.writeArrayPropertyStart("open");
        report.open().forEach(migration -> json.writeString(migration.id().value()));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, MigrationPlan plan) {
        json.writeBooleanProperty("asWritten", plan.isAsWritten());
        json.writeArrayPropertyStart("statements");
        for (MigrationPlan.Written written : plan.statements()) {
            json.writeStartObject();
            json.writeNumberProperty("line", written.line());
            json.writeStringProperty("text", written.text());
            written.why().ifPresent(why -> json.writeStringProperty("why", why));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("steps");
        plan.steps().forEach(step -> write(json, step));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, PlannedStep planned) {
        Step step = planned.step();
        json.writeStartObject();
        json.writeStringProperty("phase", planned.phase().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("kind", step.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        json.writeStringProperty("purpose", step.purpose());
        json.writeNumberProperty("statement", planned.written());
        strings(json, "sql", step.statements());
        switch (step.back()) {
            case WayBack.Statements back -> strings(json, "back", back.statements());
            case WayBack.None none -> json.writeStringProperty("noWayBack", none.why());
        }
        json.writeArrayPropertyStart("locks");
        for (TableLock lock : planned.locks()) {
            json.writeStartObject();
            json.writeStringProperty("table", lock.table().toString());
            json.writeStringProperty("mode", lock.serverName());
            json.writeStringProperty("blocks", lock.mode().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
        planned.estimate().ifPresent(estimate -> {
            json.writeNumberProperty("rows", estimate.rows());
            json.writeNumberProperty("bytes", estimate.bytes());
            json.writeNumberProperty("estimatedMs", estimate.time().toMillis());
        });
        json.writeEndObject();
    }

    private static void strings(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
