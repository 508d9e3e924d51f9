package dev.godwit.core.engine;

import dev.godwit.core.backfill.RowRanges;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.db.Connector;
import dev.godwit.core.db.Session;
import dev.godwit.core.db.StatementSender;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.KnownVersions;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.execute.LockGuard;
import dev.godwit.core.execute.RunnerLock;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.core.lint.LintProduct;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.rule.BuiltInRules;
import dev.godwit.core.plan.PlanProduct;
import dev.godwit.core.plan.Recipe;
import dev.godwit.core.plan.WayBack;
import dev.godwit.core.plan.WaysBack;
import dev.godwit.sql.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All that Godwit knows of one product. Stateless; its parts are made anew at each call or shared, as it likes. */
public interface Engine {
    /** Returns the id, for example {@code postgres}. */
    String id();

    /** Returns the name for people. */
    String displayName();

    /** Returns the URL schemes that mean this product. */
    Set<String> schemes();

    /** Returns the reader of its SQL. */
    Dialect dialect();

    /** Returns what opens its connections. */
    Connector connector();

    /** Returns how its schema is named and kept. */
    Conventions conventions();

    /** Returns what reads a schema from its servers. */
    CatalogReader catalogReader();

    /** Returns what its statements do. */
    EffectModel effects();

    /** Returns the rules that are for it alone; those for several products are not among them. */
    default List<Rule> rules() {
        return List.of();
    }

    /** Returns the versions that it can judge statements for without a server. */
    KnownVersions versions();

    /** Returns all that the linter must know of it, for one version. */
    default LintProduct lintProduct(ServerVersion version) {
        List<Rule> rules =
                Stream.concat(BuiltInRules.all().stream(), rules().stream()).toList();
        return new LintProduct(dialect(), conventions(), effects(), version, rules);
    }

    /** Returns what carries out its statements without a stop. */
    default List<Recipe> recipes() {
        return List.of();
    }

    /** Returns what takes back its statements where they are run as written. */
    default WaysBack waysBack() {
        return context -> new WayBack.None("for " + displayName() + " no way back is known yet");
    }

    /** Returns what cuts its tables into ranges of rows; empty where none of its recipes changes rows in batches. */
    default Optional<RowRanges> rowRanges() {
        return Optional.empty();
    }

    /** Returns all that planning must know of it, for one version. */
    default PlanProduct planProduct(ServerVersion version) {
        return new PlanProduct(dialect(), effects(), version, recipes(), waysBack());
    }

    /** Returns what sends its statements. */
    StatementSender sender();

    /** Returns what keeps its lock waits short. */
    LockGuard lockGuard();

    /** Returns what lets one runner work at a time. */
    RunnerLock runnerLock();

    /** Returns what tells whether a statement is done. */
    ObjectFingerprint fingerprint();

    /**
     * Asks the server for its version and refuses what is not this product or is too old.
     *
     * @throws dev.godwit.core.db.ConfigurationException if it is another product or too old
     */
    ServerVersion version(Session session);

    /** Returns the schema (or database) that unqualified names mean in this session; empty where there are none. */
    Optional<String> currentSchema(Session session);

    /** Tells whether the product has schemas within a database, so that Godwit's own tables can have one of theirs. */
    boolean hasSchemas();

    /**
     * Keeps unqualified names of this session from meaning that schema, where the product would prefer it: a PostgreSQL user's own schema
     * comes first in the search path, and Godwit's tables may be kept in one of the user's name.
     */
    default void hide(Session session, String schema) {}

    /** Tells whether this server takes no writes, as a replica does. */
    boolean isReadOnly(Session session);
}
