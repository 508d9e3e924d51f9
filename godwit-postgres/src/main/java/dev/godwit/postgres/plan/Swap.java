package dev.godwit.postgres.plan;

import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.postgres.plan.Shadow.Visibility;
import dev.godwit.postgres.plan.SyncTrigger.Stage;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/** Lets the columns change names, and removes the old one in the end. */
final class Swap {
    private static final WayBack GONE = new WayBack.None("the old column is gone");

    private final Shadow shadow;
    private final SyncTrigger sync;
    private final Part parts;
    private final NotNullClone notNull;

    Swap(Shadow shadow, SyncTrigger sync, Part parts) {
        this.shadow = shadow;
        this.sync = sync;
        this.parts = parts;
        this.notNull = new NotNullClone(shadow);
    }

    /** Returns the step after which the new type has the column's name. */
    Step swap() {
        return new Step.Change("the new column takes the place", forth(), WayBack.by(Guarded.by(isSwapped(), back())));
    }

    /** Returns the same where there is no way back. */
    Step swapForGood() {
        return new Step.Change("the new column takes the place", forth(), GONE);
    }

    private List<String> forth() {
        List<String> forth = new ArrayList<>();
        forth.add(rename(shadow.own(), shadow.old()));
        forth.add(rename(shadow.fresh(), shadow.own()));
        forth.add(sync.function(Stage.SWAPPED));
        forth.addAll(parts.swap());
        forth.addAll(parts.last());
        return forth;
    }

    private List<String> back() {
        List<String> back = new ArrayList<>(parts.unswap());
        back.add(rename(shadow.own(), shadow.fresh()));
        back.add(rename(shadow.old(), shadow.own()));
        back.add(sync.function(Stage.FILLED));
        back.addAll(parts.last());
        return back;
    }

    private String rename(Identifier from, Identifier to) {
        return shadow.sql("ALTER TABLE {} RENAME COLUMN {} TO {}", shadow.name(), from, to);
    }

    private String isSwapped() {
        return "SELECT FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass("
                + shadow.sql().literal(shadow.sql().name(shadow.name())) + ") AND NOT attisdropped AND attname = "
                + shadow.sql().literal(shadow.old().name());
    }

    /** Returns the step that lets the server know the values of the new column. */
    Step analyze() {
        return new Step.Online("the server learns the values of the new column", analyzed(), WayBack.nothing());
    }

    private String analyzed() {
        return shadow.sql("ANALYZE {}", shadow.name());
    }

    /**
     * Returns the steps behind the swap. From the last on a value may come that the old type cannot hold; on the way back none may come
     * any more, and then it is looked whether one has.
     */
    List<Step> settle() {
        if (!isLossy()) {
            return List.of(analyze());
        }
        List<String> look = new ArrayList<>();
        look.add(unfit());
        look.addAll(notNull.prove());
        List<String> let = new ArrayList<>(notNull.allow());
        let.add(sync.function(Stage.LENIENT));
        List<String> refuse = new ArrayList<>();
        refuse.add(sync.function(Stage.SWAPPED));
        refuse.addAll(notNull.refuse());
        // Whoever still writes as before has to be done before it is looked.
        refuse.add(shadow.sql("LOCK TABLE {} IN SHARE ROW EXCLUSIVE MODE", shadow.name()));
        return List.of(
                new Step.Online(
                        "the server learns the values of the new column", analyzed(), new WayBack.Statements(look)),
                new Step.Change("values may come that the old type cannot hold", let, new WayBack.Statements(refuse)));
    }

    // What a user's expression makes of a new value is the user's word.
    private boolean isLossy() {
        return shadow.visibility() == Visibility.EXPAND && shadow.down().isEmpty();
    }

    private String unfit() {
        String start = "cannot take back the type of " + shadow.name() + "." + shadow.own()
                + ": the old one cannot hold what stands in ";
        return shadow.sql(
                """
                DO $godwit$
                DECLARE
                  godwit_rows bigint;
                  godwit_example text;
                BEGIN
                  IF EXISTS ({}) THEN
                    SELECT pg_catalog.count(*), pg_catalog.min({}::text) INTO godwit_rows, godwit_example
                    FROM {} WHERE {} IS NULL AND {} IS NOT NULL;
                    IF godwit_rows > 0 THEN
                      RAISE EXCEPTION USING ERRCODE = 'data_exception', MESSAGE = {} || godwit_rows
                        || ' rows, for example ' || godwit_example || '. Change these first';
                    END IF;
                  END IF;
                END
                $godwit$""",
                new Raw(isSwapped()),
                shadow.own(),
                shadow.name(),
                shadow.old(),
                shadow.own(),
                new Raw(shadow.sql().literal(start)));
    }

    /** Returns the steps that remove the old column and what kept it in step. */
    List<Step> clear() {
        List<Step> steps = new ArrayList<>();
        new ConstraintClones(shadow)
                .foreignKeys()
                .forEach(key -> steps.add(new Step.Change(
                        "the foreign key of the old column goes",
                        List.of(shadow.sql("ALTER TABLE {} DROP CONSTRAINT {}", shadow.name(), shadow.old(key))),
                        GONE)));
        List<String> drop = new ArrayList<>(sync.drop());
        drop.add(shadow.sql("ALTER TABLE {} DROP COLUMN {}", shadow.name(), shadow.old()));
        steps.add(new Step.Change("the old column goes", drop, GONE));
        return steps;
    }
}
