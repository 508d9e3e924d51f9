package dev.godwit.mysql.lint;

import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.lint.Rule;
import java.util.List;
import java.util.stream.Stream;

/** The one list of the rules that are for MySQL and MariaDB alone. */
public final class MysqlRules {
    static final String MYSQL = "mysql";
    static final String MARIADB = "mariadb";

    private MysqlRules() {}

    /** Returns all of them, in the order in which they are shown. */
    public static List<Rule> all(EffectModel effects) {
        return Stream.concat(ofLocks(new Hazards(effects)).stream(), ofMeaning().stream())
                .toList();
    }

    /** Those about locks, work and replicas. */
    private static List<Rule> ofLocks(Hazards hazards) {
        return List.of(
                new AddForeignKey(hazards),
                new EnumChange(hazards),
                new SetChange(hazards),
                new VarcharBoundary(hazards),
                new CharsetConversion(hazards),
                new StoredColumn(hazards),
                new ExpressionDefault(hazards),
                new AutoIncrementAdd(hazards),
                new FulltextSpatialIndex(hazards),
                new DropPrimaryKeyAlone(hazards),
                new PartitionDdl(hazards),
                new TableShapeBars(hazards),
                new AlgorithmCopy(hazards),
                new IdleAssertion(hazards),
                new LockSharedOrExclusive(hazards),
                new InstantRowVersionLimit(),
                new InstantAddColumnVersion(),
                new ColumnReorder(),
                new MissingAlgorithm(),
                new MissingLock(),
                new OnlineLogOverflow(),
                new ReplicaLag(),
                new InstantRedoIncompat(),
                new GaleraToi(),
                new ImplicitCommit(),
                new MaxStatements());
    }

    /** Those about what is lost, breaks or is not what it seems. */
    private static List<Rule> ofMeaning() {
        return List.of(
                new DropColumnInIndex(),
                new LockTablesExplicit(),
                new ModifyDropsAttributes(),
                new ForeignKeyChecksOff(),
                new InlineReferencesIgnored(),
                new ImplicitDefault(),
                new ZeroDate(),
                new ParentRename(),
                new CheckNotEnforced(),
                new NonInnodbEngine(),
                new TriggerVersusCopy(),
                new ForeignKeyBanned(),
                new IntDisplayWidth(),
                new CharsetPolicy(),
                new FloatMoney(),
                new DefinerPolicy(),
                new TableNameCase());
    }
}
