package dev.godwit.mysql;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.db.Connector;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.StatementSender;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.CatalogReader;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.RunnerLock;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.core.lint.Rule;
import dev.godwit.mysql.effect.MysqlEffects;
import dev.godwit.mysql.lint.MysqlRules;
import dev.godwit.mysql.live.MysqlCatalogReader;
import java.util.List;
import java.util.Optional;

/** What both engines have in common. */
sealed interface FamilyEngine extends Engine permits MysqlEngine, MariadbEngine {
    /** Returns the product that the engine is named after. */
    Product product();

    @Override
    default String id() {
        return product().id();
    }

    @Override
    default String displayName() {
        return product().displayName();
    }

    @Override
    default Connector connector() {
        return new MysqlConnector();
    }

    @Override
    default Conventions conventions() {
        return new MysqlConventions(product(), dialect());
    }

    @Override
    default CatalogReader catalogReader() {
        return new MysqlCatalogReader(conventions());
    }

    @Override
    default EffectModel effects() {
        return new MysqlEffects();
    }

    @Override
    default List<Rule> rules() {
        return MysqlRules.all(effects());
    }

    @Override
    default StatementSender sender() {
        return new MysqlSender();
    }

    @Override
    default LockGuard lockGuard() {
        return new MysqlLockGuard(dialect());
    }

    @Override
    default RunnerLock runnerLock() {
        return new NamedRunnerLock();
    }

    @Override
    default ObjectFingerprint fingerprint() {
        return new MysqlFingerprint(dialect());
    }

    @Override
    default ServerVersion version(Session session) {
        return Versions.supported(session);
    }

    @Override
    default Optional<String> currentSchema(Session session) {
        return session.first("SELECT COALESCE(DATABASE(), '')", row -> row.getString(1))
                .filter(name -> !name.isEmpty());
    }

    @Override
    default boolean hasSchemas() {
        return false;
    }

    // Also for a user that may write all the same: its writes would make a replica differ from its source.
    @Override
    default boolean isReadOnly(Session session) {
        return session.first(
                        "SELECT @@global.read_only, @@global.innodb_read_only",
                        row -> isOn(row.getString(1)) || isOn(row.getString(2)))
                .orElseThrow();
    }

    private static boolean isOn(String value) {
        return !value.equals("0") && !value.equalsIgnoreCase("OFF");
    }
}
