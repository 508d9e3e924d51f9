package dev.godwit.it.load;

import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.StopSignal;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.Migrations;
import dev.godwit.it.TestDatabase;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.it.TestSettings;
import dev.godwit.it.plan.SchemaText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A database in which a change is to be made while it is used. */
final class LiveChange {
    /** The longest that Godwit may keep the applications waiting. */
    static final Duration STALL = Duration.ofMillis(100);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LoadCase change;
    private final TestDatabase database;
    private final Path folder;

    private LiveChange(LoadCase change, TestDatabase database, Path folder) {
        this.change = change;
        this.database = database;
        this.folder = folder;
    }

    /** Makes the tables, and takes them into Godwit's history, so that the change will be planned. */
    static LiveChange prepare(LoadCase change, Path folder) {
        return prepare(change, folder, TestDatabase.fresh(Product.POSTGRES_18));
    }

    /** Makes it in a database of one's own, which is empty. */
    static LiveChange prepare(LoadCase change, Path folder, TestDatabase database) {
        database.execute(change.setup().toArray(String[]::new));
        database.execute("VACUUM ANALYZE", "CHECKPOINT");
        Migrations.write(
                folder,
                Map.of(
                        "1_base.sql",
                        "CREATE TABLE other (id int PRIMARY KEY);\n",
                        "2_change.sql",
                        change.migration() + ";\n"));
        LiveChange live = new LiveChange(change, database, folder);
        live.godwit().migrate(Optional.of(new MigrationId("1")), RunMode.RUN);
        return live;
    }

    private Godwit godwit() {
        return godwit(event -> {});
    }

    private Godwit godwit(EventListener listener) {
        return Migrations.godwit(
                TestSettings.of(database, folder).locks(STALL, PATIENCE).settings(), listener, new StopSignal());
    }

    TestDatabase database() {
        return database;
    }

    void expand() {
        expand(event -> {});
    }

    void expand(EventListener listener) {
        godwit(listener).migrate(Optional.empty(), RunMode.RUN, Optional.of(Migrations.LINT));
    }

    void contract() {
        godwit().contract(Optional.empty(), RunMode.RUN);
    }

    void takeBack() {
        godwit().rollback(new RollbackTarget.Steps(1), RunMode.RUN);
    }

    /** Runs the statements of the migration as they stand. */
    void directly() {
        database.execute(change.migration());
    }

    List<String> schema() {
        try (Session session = database.connect()) {
            return SchemaText.of(session);
        }
    }
}
