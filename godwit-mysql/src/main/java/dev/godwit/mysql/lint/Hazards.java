package dev.godwit.mysql.lint;

import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.mysql.effect.Change;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds why statements copy tables that were there before, or keep their writers waiting: each reason once. */
final class Hazards {
    private static final Set<String> BETTER = Set.of("INSTANT", "NOCOPY", "INPLACE");

    private final EffectModel model;

    Hazards(EffectModel model) {
        this.model = model;
    }

    /** Returns those of one cause. */
    Stream<Hazard> of(StatementContext context, Cause cause) {
        return all(context).stream().filter(hazard -> hazard.cause() == cause);
    }

    private List<Hazard> all(StatementContext context) {
        Optional<AlterTable> alter = AlterReading.alter(context.statement());
        // What the server refuses at once hurts nobody.
        if (alter.isEmpty()
                || context.isNew(alter.get().table())
                || context.effects().refusal().isPresent()) {
            return List.of();
        }
        return worst(context, context.effects())
                .map(work -> all(context, alter.get(), work))
                .orElse(List.of());
    }

    /** Returns the heaviest work that keeps writers of old tables waiting, or copies one. */
    static Optional<TableWork> worst(StatementContext context, Effects effects) {
        return effects.work().stream()
                .filter(Hazards::hurts)
                .filter(work -> !context.isNew(work.table()))
                .max(Comparator.comparing(TableWork::work));
    }

    static boolean hurts(TableWork work) {
        boolean stalls = work.work() != Work.METADATA && work.blocks().compareTo(LockMode.BLOCKS_WRITES) >= 0;
        return stalls || copies(work);
    }

    private static boolean copies(TableWork work) {
        return work.work() == Work.REWRITE && work.method().startsWith("ALGORITHM=COPY");
    }

    private List<Hazard> all(StatementContext context, AlterTable alter, TableWork work) {
        AlterReading reading = AlterReading.of(alter, context.before(), context.version());
        if (isIdleAssertion(alter, work)) {
            return List.of(new Hazard(context, Cause.IDLE_ASSERTION, alter, Optional.empty(), reading, work));
        }
        List<Hazard> found = new ArrayList<>();
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        for (AlterAction action : OnlineWays.withoutClauses(alter)) {
            cause(context, alter, action)
                    .filter(hazard -> causes.add(hazard.cause()))
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? List.of(together(context, alter, reading, work)) : found;
    }

    private static boolean isIdleAssertion(AlterTable alter, TableWork work) {
        Optional<String> said = alter.actions(TableAction.Algorithm.class)
                .map(TableAction.Algorithm::name)
                .findFirst();
        boolean instant = said.filter("INSTANT"::equals).isPresent();
        return work.work() == Work.REWRITE
                && (instant || (copies(work) && said.filter(BETTER::contains).isPresent()));
    }

    private Optional<Hazard> cause(StatementContext context, AlterTable alter, AlterAction action) {
        AlterTable alone = alter.with(List.of(action));
        // A key that another takes the place of in the same statement is no reason.
        boolean replaced = alter.actions(AddConstraint.class)
                        .anyMatch(add -> add.constraint().rule() instanceof ConstraintRule.PrimaryKey)
                || alter.actions(AddColumn.class)
                        .anyMatch(add -> add.definition().has(ConstraintRule.PrimaryKey.class));
        return worst(context, model.of(alone, context.before(), context.version()))
                .map(work -> hazard(context, alter, action, work))
                .filter(hazard -> hazard.cause() != Cause.DROPPED_PRIMARY_KEY || !replaced);
    }

    private static Hazard hazard(StatementContext context, AlterTable alter, AlterAction action, TableWork work) {
        AlterReading reading = AlterReading.of(alter.with(List.of(action)), context.before(), context.version());
        return new Hazard(context, cause(reading, action), alter, Optional.of(action), reading, work);
    }

    private static Cause cause(AlterReading reading, AlterAction action) {
        if (reading.concernsPartitions()) {
            return Cause.PARTITIONS;
        }
        if (reading.asksFor(Change.ADD_FOREIGN_KEY)) {
            return Cause.FOREIGN_KEY;
        }
        if (reading.asksFor(Change.ADD_STORED_COLUMN)) {
            return Cause.STORED_COLUMN;
        }
        if (reading.asksFor(Change.ADD_COLUMN_WITH_EXPRESSION, Change.ADD_COLUMN_WITH_ROW_VALUE)) {
            return Cause.EXPRESSION_DEFAULT;
        }
        if (reading.asksFor(Change.ADD_FULLTEXT, Change.ADD_SECOND_FULLTEXT, Change.ADD_SPATIAL)) {
            return Cause.FULLTEXT_OR_SPATIAL;
        }
        if (reading.asksFor(Change.DROP_PRIMARY_KEY) && !reading.asksFor(Change.ADD_PRIMARY_KEY)) {
            return Cause.DROPPED_PRIMARY_KEY;
        }
        return ofColumn(reading, action);
    }

    private static Cause ofColumn(AlterReading reading, AlterAction action) {
        if (action instanceof TableAction.ConvertCharset || reading.asksFor(Change.RECODE_INDEXED)) {
            return Cause.CHARACTER_SET;
        }
        if (reading.asksFor(Change.CHANGE_TYPE)) {
            return reading.conversion().map(Hazards::cause).orElse(Cause.OTHER);
        }
        if (reading.asksFor(Change.ADD_AUTO_INCREMENT, Change.GAIN_AUTO_INCREMENT)) {
            return Cause.AUTO_INCREMENT;
        }
        return hurts(reading.elsewhere()) ? Cause.OTHER : Cause.TABLE_SHAPE;
    }

    private static Cause cause(AlterReading.Conversion conversion) {
        return switch (conversion) {
            case ENUM_MEMBERS -> Cause.ENUM_MEMBERS;
            case SET_MEMBERS -> Cause.SET_MEMBERS;
            case LENGTH_BYTES -> Cause.LENGTH_BYTES;
            case CHARACTER_SET -> Cause.CHARACTER_SET;
            case OTHER -> Cause.OTHER;
        };
    }

    // No action does it by itself: it is the mixture, or what is asked for.
    private Hazard together(StatementContext context, AlterTable alter, AlterReading reading, TableWork work) {
        AlterTable plain = alter.with(OnlineWays.withoutClauses(alter));
        boolean asked = worst(context, model.of(plain, context.before(), context.version()))
                .isEmpty();
        boolean lock = asked && !copies(work);
        boolean shape = !asked && !hurts(reading.elsewhere());
        Cause cause = lock ? Cause.ASKED_LOCK : shape ? Cause.TABLE_SHAPE : Cause.OTHER;
        return new Hazard(context, cause, alter, Optional.empty(), reading, work);
    }
}
