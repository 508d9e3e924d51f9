package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Truncate;

/** What PostgreSQL 14 to 18 does to a running system when it executes a statement. */
public final class PostgresEffects implements EffectModel {
    /** Makes one; it keeps nothing. */
    public PostgresEffects() {}

    @Override
    public Effects of(Statement statement, Catalog before, ServerVersion version) {
        Impact impact = new Impact();
        judge(statement, new Scene(new Schema(before), version, impact));
        return impact.effects(before::isNew);
    }

    private void judge(Statement statement, Scene scene) {
        switch (statement) {
            case Statement.TransactionControl control -> {}
            case Statement.SessionSetting setting -> MaintenanceEffects.session(scene, setting);
            case Statement.CreateIndex index -> IndexEffects.create(scene, index);
            case Statement.DropIndex index -> IndexEffects.drop(scene, index);
            case Statement.Reindex reindex -> ReindexEffects.judge(scene, reindex);
            case Statement.AddEnumValue value -> TypeEffects.addValue(scene, value);
            case Statement.CopyFromStdin copy -> RowEffects.copy(scene, copy);
            case CodeBlock block -> block(block, scene);
            case Statement.Dml dml -> RowEffects.judge(scene, dml);
            case Statement.Maintenance maintenance -> MaintenanceEffects.judge(scene, maintenance);
            case Definition definition -> define(definition, scene);
            case Statement.Unparsed unparsed -> scene.impact().cannotTell(unparsed.why());
        }
    }

    // What a block may do, it is taken to do, each statement in the state that those before it leave.
    private void block(CodeBlock block, Scene scene) {
        Catalog catalog = scene.schema().catalog();
        for (Statement inner : block.statements()) {
            scene.impact().join(of(inner, catalog, scene.version()));
            catalog = catalog.after(inner);
        }
        if (block.dynamic() > 0) {
            scene.impact().cannotTell("it builds SQL while it runs");
        }
    }

    private static void define(Definition definition, Scene scene) {
        switch (definition) {
            case AlterTable alter -> AlterEffects.judge(scene, alter);
            case CreateTable create -> CreateTableEffects.judge(scene, create);
            case CreateView view -> ViewEffects.create(scene, view);
            case CreateType type -> TypeEffects.create(scene, type);
            case AlterType type -> TypeEffects.alter(scene, type);
            case CreateDomain domain -> {}
            case AlterDomain domain -> DomainEffects.alter(scene, domain);
            case CreateSequence sequence -> ObjectEffects.create(scene, sequence);
            case CreateRoutine routine -> {}
            case CreateTrigger trigger -> TriggerEffects.create(scene, trigger);
            case CreatePolicy policy -> ObjectEffects.policy(scene, policy);
            case AlterObject alter -> ObjectEffects.alter(scene, alter);
            case DropObject drop -> DropEffects.judge(scene, drop);
            case RenameTables rename -> scene.impact().refuse("PostgreSQL knows no RENAME TABLE");
            case Truncate truncate -> RowEffects.truncate(scene, truncate);
            case CommentOn comment -> ObjectEffects.comment(scene, comment);
            case Privileges privileges -> {}
            case PublicationTables publication -> ObjectEffects.publication(scene, publication);
            case OtherDefinition other -> ObjectEffects.other(scene, other);
        }
    }
}
