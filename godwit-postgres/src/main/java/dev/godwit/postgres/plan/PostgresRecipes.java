package dev.godwit.postgres.plan;

import dev.godwit.core.plan.Recipe;
import java.util.List;

/** Every recipe for PostgreSQL, in the order in which they are asked. */
public final class PostgresRecipes {
    private PostgresRecipes() {}

    /** Returns them. */
    public static List<Recipe> all() {
        return List.of(
                new SetNotNullViaCheck(),
                new ConstraintNotValidFirst(),
                new IndexConcurrently(),
                new DropIndexLater(),
                new ReindexConcurrently(),
                new KeyByIndex(),
                new AddColumnInSteps(),
                new ChangeTypeViaShadow(),
                new DropColumnLater(),
                new DropTableLater(),
                new DropObjectLater(),
                new TruncateLater(),
                new RenameTableByView(),
                new RenameColumnByView(),
                new RefreshConcurrently(),
                new AttachProved(),
                new RowsInBatches());
    }
}
