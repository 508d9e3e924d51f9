package dev.godwit.core.plan;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.Allow;
import dev.godwit.core.lint.AllowReader;
import dev.godwit.core.migration.ScriptText;
import dev.godwit.core.plan.MigrationPlan.Written;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Definition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.Statement.TransactionControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns the statements of one migration into steps. Deterministic: the same statements and the same catalog give the same steps.
 *
 * <p>Each statement is judged on the schema that the steps before it leave behind, not on the one that the file has in mind.
 */
public final class Planner {
    /** Work on a table up to this size is over before anybody notices: read or written anew within some ten milliseconds. */
    private static final long SMALL = 1 << 20;

    private final PlanProduct product;
    private final SqlSource source;
    private final List<Statement> statements;
    private final Directives values;
    private final List<Allow> allows;
    private final SqlText sql;
    private final List<Written> written = new ArrayList<>();
    private final List<PlannedStep> steps = new ArrayList<>();
    private final Catalog start;
    private Catalog catalog;

    private Planner(PlanProduct product, ScriptText script, List<Statement> statements, Catalog start) {
        this.product = product;
        this.source = script.source();
        this.statements = statements;
        this.values = Directives.read(script, product.dialect());
        this.allows = AllowReader.read(script, product.dialect());
        this.sql = new SqlText(product.dialect());
        this.start = start;
        this.catalog = start;
    }

    /** A migration's plan, and what is known of the schema when its EXPAND is done. */
    public record Result(MigrationPlan plan, Catalog after) {}

    /**
     * Plans a migration.
     *
     * @param start the schema as a server says that it is, with the sizes of its tables
     * @throws CannotPlanException if a statement cannot be carried out without a stop
     */
    public static Result plan(PlanProduct product, ScriptText script, Catalog start) {
        List<Statement> statements = script.statements(product.dialect());
        var planner = new Planner(product, script, statements, start);
        for (int i = 0; i < statements.size(); i++) {
            planner.add(statements.get(i), i);
        }
        planner.refuseAnotherEnd();
        return new Result(
                new MigrationPlan(planner.source.name(), planner.written, Merging.merged(planner.inOrder())),
                planner.catalog.nextMigration());
    }

    private void refuseAnotherEnd() {
        Catalog asWritten = start;
        for (Statement statement : statements) {
            asWritten = asWritten.after(statement);
        }
        Catalog contracted = catalog;
        for (PlannedStep step : steps) {
            if (step.phase() == Phase.CONTRACT) {
                contracted = after(contracted, step.step());
            }
        }
        SameEnd.missing(asWritten, contracted).ifPresent(what -> {
            throw new CannotPlanException("cannot run \"" + source.name() + "\" in phases: in the end " + what
                    + " would be missing, since it hangs on what another statement of the file changes."
                    + " Move the statement that makes it to a migration of its own, and contract before that");
        });
    }

    private Catalog after(Catalog before, Step step) {
        Catalog known = before;
        for (String text : step.statements()) {
            for (Statement statement :
                    ScriptText.whole(SqlSource.of("step", text)).statements(product.dialect())) {
                known = known.after(statement);
            }
        }
        return known;
    }

    private List<PlannedStep> inOrder() {
        List<PlannedStep> ordered = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            List<PlannedStep> own =
                    steps.stream().filter(step -> step.phase() == phase).toList();
            if (own.stream().anyMatch(step -> !(step.step() instanceof Step.Setting))) {
                ordered.addAll(own);
            }
        }
        return ordered;
    }

    private void add(Statement statement, int index) {
        List<String> reasons = new ArrayList<>();
        switch (statement) {
            case TransactionControl control -> {
                // The steps have transactions of their own.
            }
            case SessionSetting setting
            when setting.reach() == SessionSetting.Reach.SESSION -> {
                for (Phase phase : Phase.values()) {
                    put(phase, new Step.Setting(sql.print(source, setting)), index);
                }
            }
            case Statement other -> {
                boolean allowed = isAllowed(index);
                (allowed ? List.of(other) : pieces(other))
                        .forEach(piece -> carryOut(piece, index, allowed).ifPresent(reasons::add));
            }
        }
        written.add(new Written(
                source.text(statement.span()),
                statement.span(),
                source.position(statement.span().start()).line(),
                reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons))));
    }

    // With a reason, as lint demands it.
    private boolean isAllowed(int index) {
        return allows.stream()
                .filter(allow -> !allow.reason().isEmpty())
                .anyMatch(allow ->
                        allow.statement().isEmpty() || allow.statement().get() == index);
    }

    // What is harmless together stays together, since each part by itself would lock the table once more.
    private List<Statement> pieces(Statement statement) {
        if (!(statement instanceof AlterTable alter)
                || alter.actions().size() == 1
                || isHarmless(product.effects().of(statement, catalog, product.version()))) {
            return List.of(statement);
        }
        return alter.actions().stream()
                .<Statement>map(action -> alone(alter, action))
                .toList();
    }

    private static AlterTable alone(AlterTable alter, AlterAction action) {
        return new AlterTable(
                alter.span(),
                alter.kind(),
                alter.guard(),
                alter.scope(),
                alter.table(),
                alter.modifiers(),
                List.of(action));
    }

    private Optional<String> carryOut(Statement piece, int index, boolean allowed) {
        Effects effects = product.effects().of(piece, catalog, product.version());
        var context = new PlanContext(source, piece, catalog, effects, product.version(), later(index), values, sql);
        if ((!isHarmless(effects)
                        || changesManyRows(piece, effects)
                        || inTheWay(context).isPresent())
                && !allowed) {
            Optional<Rewrite> rewrite = rewrite(context);
            if (rewrite.isPresent()) {
                rewrite.get().expand().forEach(step -> put(Phase.EXPAND, step, index));
                rewrite.get().contract().forEach(step -> put(Phase.CONTRACT, step, index));
                return rewrite.map(Rewrite::why);
            }
        }
        refuseBeforeContract(context);
        put(Phase.EXPAND, asWritten(context), index);
        return Optional.empty();
    }

    private Optional<Rewrite> rewrite(PlanContext context) {
        try {
            return product.recipes().stream()
                    .flatMap(recipe -> recipe.rewrite(context).stream())
                    .findFirst();
        } catch (CannotPlanException e) {
            // A recipe that misses the table cannot know that the file itself has put something else in its place.
            refuseBeforeContract(context);
            throw e;
        }
    }

    private void refuseBeforeContract(PlanContext context) {
        boolean open = steps.stream()
                .anyMatch(step -> step.phase() == Phase.CONTRACT && !(step.step() instanceof Step.Setting));
        inTheWay(context).filter(why -> open).ifPresent(why -> {
            throw new CannotPlanException("cannot run " + context.text() + " in this migration: " + why
                    + ", until an earlier statement of the file is contracted."
                    + " Move it to a migration of its own, and contract before that");
        });
    }

    // What an earlier statement of the file removes is there until its CONTRACT.
    private Optional<String> inTheWay(PlanContext context) {
        return context.effects()
                .refusal()
                .or(() -> named(context.statement()).stream()
                        .filter(name -> start.table(name).isPresent()
                                && catalog.table(name).isEmpty()
                                && catalog.view(name).isPresent())
                        .map(name -> "a view stands for \"" + name + "\"")
                        .findFirst());
    }

    private static List<QualifiedName> named(Statement statement) {
        return switch (statement) {
            case Definition definition -> definition.names();
            case Statement.CreateIndex index -> List.of(index.table());
            case Statement other -> List.of();
        };
    }

    private List<Statement> later(int index) {
        return statements.subList(index + 1, statements.size());
    }

    private Step asWritten(PlanContext context) {
        WayBack back = product.back().of(context);
        return context.effects().transactionality() == Transactionality.TRANSACTIONAL
                ? new Step.Change("as written", List.of(context.text()), back)
                : new Step.Online("as written", context.text(), back);
    }

    private void put(Phase phase, Step step, int index) {
        List<Effects> effects = new ArrayList<>();
        Optional<Estimate> estimate = Optional.empty();
        Catalog known = catalog;
        if (!(step instanceof Step.Check)) {
            for (String text : step.statements()) {
                SqlSource made = SqlSource.of("step", text);
                for (Statement statement : ScriptText.whole(made).statements(product.dialect())) {
                    Effects own = product.effects().of(statement, known, product.version());
                    effects.add(own);
                    estimate = estimate.or(() -> estimate(step, statement, own));
                    known = known.after(statement);
                }
            }
        }
        if (phase == Phase.EXPAND) {
            catalog = known;
        }
        steps.add(new PlannedStep(phase, step, index, effects, estimate));
    }

    private Optional<Estimate> estimate(Step step, Statement statement, Effects effects) {
        if (step instanceof Step.Batches && statement instanceof Statement.Dml dml) {
            return dml.target().flatMap(catalog::table).flatMap(Table::measures).map(Estimate::ofFilling);
        }
        return effects.work().stream()
                .filter(work -> work.work() != Work.METADATA)
                .flatMap(work -> catalog.table(work.table()).flatMap(Table::measures).stream()
                        .map(measures -> Estimate.of(work.work(), measures)))
                .reduce(Estimate::and);
    }

    private boolean isHarmless(Effects effects) {
        return effects.unknown().isEmpty()
                && effects.losses().stream().allMatch(loss -> isUnused(loss.object()))
                && effects.breaks().stream()
                        .allMatch(breaks ->
                                breaks.kind() == Breakage.Kind.PREPARED_STATEMENTS || isUnused(breaks.object()))
                && effects.work().stream().noneMatch(this::stops);
    }

    // Each row stays locked until the last is changed.
    private boolean changesManyRows(Statement statement, Effects effects) {
        return statement instanceof Statement.Dml dml
                && (dml.verb().equals("UPDATE") || dml.verb().equals("DELETE"))
                && effects.work().stream().anyMatch(work -> work.work() != Work.METADATA && !isSmall(work));
    }

    private boolean stops(TableWork work) {
        return work.work() != Work.METADATA && work.blocks().compareTo(LockMode.BLOCKS_WRITES) >= 0 && !isSmall(work);
    }

    private boolean isSmall(TableWork work) {
        return isUnused(work.table())
                || catalog.table(work.table())
                        .flatMap(table -> table.measures())
                        .filter(measures -> measures.bytes() + measures.indexBytes() <= SMALL)
                        .isPresent();
    }

    // The server measured every table that was there: one without measures was made by a migration of this very run.
    private boolean isUnused(QualifiedName table) {
        return catalog.isNew(table)
                || catalog.table(table)
                        .filter(known -> known.knowledge() == Table.Knowledge.WHOLE
                                && known.measures().isEmpty())
                        .isPresent();
    }
}
