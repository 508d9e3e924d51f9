package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.ToolRules;
import java.util.List;
import java.util.stream.Stream;

/** The one list of the rules that are for more than one product. */
public final class BuiltInRules {
    private static final List<Rule> OF_SQL = List.of(
            new MissingLockTimeout(),
            new LockTimeoutTooLong(),
            new LockTimeoutAfterStatement(),
            new MergeAlterTable(),
            new ReplaceIndexDropBeforeCreate(),
            new DropColumn(),
            new DropTable(),
            new DropSchema(),
            new DropDatabase(),
            new DropCascade(),
            new Truncate(),
            new TruncateCascade(),
            new CreateTableForce(),
            new RenameColumn(),
            new RenameTable(),
            new RenameSchema(),
            new DropNotNull(),
            new DropConstraint(),
            new DropPrimaryKey(),
            new AddColumnNotNullNoDefault(),
            new DropDefaultNotNullSameMigration(),
            new DependentObjectsBreak(),
            new FkTypeMismatch(),
            new ForeignKeyMissingIndex(),
            new OnDeleteCascade(),
            new ExplicitOnDeleteMissing(),
            new DataDependentUnique(),
            new DataDependentNotNull(),
            new MutationWithoutWhere(),
            new UnbatchedBackfill(),
            new MixedDdlDml(),
            new MissingIdempotencyGuard(),
            new IfNotExistsMasksDrift(),
            new UncommittedTransaction(),
            new NestedTransaction(),
            new ExplicitCommit(),
            new NonTransactionalStatement(),
            new PreparedStatementPlanInvalidation(),
            new MissingRollback(),
            new IrreversibleWithoutBackup(),
            new RollbackLosesData(),
            new PreferBigintKey(),
            new Int4SequenceExhaustion(),
            new TypeNarrowingDataLoss(),
            new TableWithoutPrimaryKey(),
            new PublicationColumnList(),
            new LogicalSubscriberDdlOrder(),
            new DebeziumCdcSchemaBreak(),
            new WideIndex(),
            new RedundantIndex(),
            new IndexDuplicateColumn(),
            new IndexCountLimit(),
            new UnnamedConstraintOrIndex(),
            new IdentifierTooLong(),
            new ReservedWord(),
            new NamingConvention(),
            new RequiredColumnsComments(),
            new DuplicateColumnAssignment(),
            new DdlInDoBlock(),
            new OldNewAppWindow());
    private static final List<Rule> ALL =
            Stream.concat(OF_SQL.stream(), ToolRules.all().stream()).toList();

    private BuiltInRules() {}

    /** Returns all of them, in the order in which they are shown. */
    public static List<Rule> all() {
        return ALL;
    }
}
