package dev.godwit.postgres.effect;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.AddIdentity;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ChangeType;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.ColumnAction.DropDefault;
import dev.godwit.sql.ColumnAction.DropExpression;
import dev.godwit.sql.ColumnAction.DropIdentity;
import dev.godwit.sql.ColumnAction.DropNotNull;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnAction.RenameColumn;
import dev.godwit.sql.ColumnAction.SetColumnOption;
import dev.godwit.sql.ColumnAction.SetDefault;
import dev.godwit.sql.ColumnAction.SetExpression;
import dev.godwit.sql.ColumnAction.SetIdentity;
import dev.godwit.sql.ColumnAction.SetNotNull;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintAction.AlterConstraint;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintAction.RenameConstraint;
import dev.godwit.sql.ConstraintAction.ValidateConstraint;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.PartitionAction.AttachPartition;
import dev.godwit.sql.PartitionAction.DetachPartition;
import dev.godwit.sql.TableAction;

/** Judges {@code ALTER TABLE}, and {@code ALTER VIEW}, {@code ALTER SEQUENCE} and the like, which are read alike. */
final class AlterEffects {
    private AlterEffects() {}

    static void judge(Scene scene, AlterTable alter) {
        if (scene.stopsAtMissing(alter.table(), alter.guard())) {
            return;
        }
        if (alter.kind().equals("INDEX")
                || scene.schema().indexOwner(scene.schema().name(alter.table())).isPresent()) {
            AlterIndexEffects.judge(scene, alter);
            return;
        }
        Alteration alteration = new Alteration(scene, alter);
        alter.actions().forEach(action -> judge(alteration, action));
        alteration.lockAll();
    }

    private static void judge(Alteration alteration, AlterAction action) {
        switch (action) {
            case ColumnAction column -> column(alteration, column);
            case ConstraintAction constraint -> constraint(alteration, constraint);
            case TableAction table -> TableEffects.judge(alteration, table);
            case AttachPartition attach -> PartitionEffects.attach(alteration, attach);
            case DetachPartition detach -> PartitionEffects.detach(alteration, detach);
            case PartitionAction other -> unknownHere(alteration, "this change of partitions");
            case IndexAction other -> unknownHere(alteration, "this change of an index");
        }
    }

    private static void column(Alteration alteration, ColumnAction action) {
        switch (action) {
            case AddColumn add -> AddColumnEffects.judge(alteration, add);
            case DropColumn drop -> DropColumnEffects.judge(alteration, drop);
            case RenameColumn rename -> ColumnEffects.rename(alteration, rename);
            case ChangeType change -> ChangeTypeEffects.judge(alteration, change);
            case SetDefault set -> ColumnEffects.setDefault(alteration, set.column());
            case DropDefault drop -> ColumnEffects.dropDefault(alteration, drop.column());
            case SetNotNull set -> NotNullEffects.set(alteration, set.column());
            case DropNotNull drop -> NotNullEffects.drop(alteration, drop.column());
            case AddIdentity add -> GeneratedEffects.addIdentity(alteration, add.column());
            case SetIdentity set -> GeneratedEffects.setIdentity(alteration, set.column());
            case DropIdentity drop -> GeneratedEffects.dropIdentity(alteration, drop);
            case SetExpression set -> GeneratedEffects.setExpression(alteration, set.column());
            case DropExpression drop -> GeneratedEffects.dropExpression(alteration, drop);
            case SetColumnOption set -> ColumnEffects.setOption(alteration, set);
            case ModifyColumn other -> unknownHere(alteration, "MODIFY COLUMN");
            case ChangeColumn other -> unknownHere(alteration, "CHANGE COLUMN");
        }
    }

    private static void constraint(Alteration alteration, ConstraintAction action) {
        switch (action) {
            case AddConstraint add -> AddConstraintEffects.judge(alteration, add);
            case DropConstraint drop -> DropConstraintEffects.judge(alteration, drop);
            case ValidateConstraint validate -> ConstraintEffects.validate(alteration, validate.name());
            case AlterConstraint alter -> ConstraintEffects.alter(alteration, alter);
            case RenameConstraint rename -> ConstraintEffects.rename(alteration, rename);
        }
    }

    static void unknownHere(Alteration alteration, String what) {
        alteration.impact().refuse("PostgreSQL has no " + what);
    }
}
