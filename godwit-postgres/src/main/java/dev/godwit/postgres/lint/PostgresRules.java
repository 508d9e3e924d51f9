package dev.godwit.postgres.lint;

import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.lint.Rule;
import java.util.List;

/** The one list of the rules that are for PostgreSQL alone. */
public final class PostgresRules {
    static final String PRODUCT = "postgres";

    private PostgresRules() {}

    /** Returns all of them, in the order in which they are shown. */
    public static List<Rule> all(EffectModel effects) {
        var actions = new Actions(effects);
        return List.of(
                new AddColumnVolatileDefault(actions),
                new AddColumnSerial(actions),
                new AddColumnIdentity(actions),
                new AddColumnGeneratedStored(actions),
                new AlterGeneratedExpression(actions),
                new AlterColumnTypeRewrite(actions),
                new AlterTypeTimezoneDependent(actions),
                new AlterTypeCheckRevalidation(actions),
                new AlterTypeFkRecheck(actions),
                new CollationChangeIndexRebuild(actions),
                new AddColumnDomainConstrained(actions),
                new SetLoggedUnlogged(actions),
                new SetAccessMethod(actions),
                new SetTablespace(actions),
                new VacuumFullOrCluster(),
                new RewriteDiskHeadroom(),
                new SetNotNullScan(actions),
                new SetNotNullDropCheckSameAlter(actions),
                new SetNotNullAfterNnNotValid(actions),
                new PreferPg18NotNullNotValid(actions),
                new AddCheckValidating(actions),
                new AddColumnWithInlineCheck(actions),
                new AddForeignKeyValidating(actions),
                new AddColumnInlineFk(actions),
                new FkValidateInSameTransaction(actions),
                new FkEnforcedFlip(actions),
                new NotEnforcedConstraint(),
                new AddUniqueConstraintBlocking(actions),
                new AddColumnUnique(actions),
                new AddPrimaryKeyBlocking(actions),
                new AddPrimaryKeyUsingIndexNullable(actions),
                new AddExclusionConstraint(actions),
                new DomainAddConstraint(),
                new DomainNotNull(),
                new CreateDomainWithConstraint(),
                new AttachPartitionScan(actions),
                new AttachPartitionDefaultPartitionScan(),
                new CreatePartitionOfParentLock(),
                new CreateIndexBlocking(),
                new CreateIndexPartitionedParent(),
                new PartitionedParentFanout(),
                new DropIndexBlocking(),
                new ReindexBlocking(),
                new RefreshMatviewBlocking(),
                new RefreshMatviewConcurrentWriteBlock(),
                new DetachPartitionBlocking(actions),
                new ConcurrentlyInTransaction(),
                new ConcurrentlyRetryInvalidIndex(),
                new IndexCorruptionVersion(),
                new StatementAfterAccessExclusive(),
                new RewriteWhileHoldingLock(),
                new MultiTableLockWindow(),
                new CreateTriggerLock(),
                new DropTrigger(),
                new DisableTrigger(actions),
                new LockTableExplicit(),
                new DropFkLocksParent(),
                new DropTableMultipleFks(),
                new AddMultipleFks(actions),
                new CreateTableWithFkHotParent(),
                new EnumAddValueInTransaction(),
                new EnumUseNewValueSameTx(),
                new EnumValueUnordered(),
                new CreateEnum(),
                new EnumSwapTypeRewrite(actions),
                new EnumRenameValue(),
                new LockAccumulationGraph());
    }
}
