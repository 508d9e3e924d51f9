package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Keeps the column of the old type and that of the new one in step, whichever is written.
 *
 * <p>Which of them was written is seen by comparing images of rows, since types such as json know no equality and others, such as citext, call
 * equal what is not the same. An INSERT that fills both by position meets a default in one of them: the one that nobody mentions counts.
 */
final class SyncTrigger {
    private final Shadow shadow;

    SyncTrigger(Shadow shadow) {
        this.shadow = shadow;
    }

    /** What it has to reckon with. */
    enum Stage {
        /** Rows that are not filled yet; the old type has the column's name. */
        FILLING,
        /** All rows are filled. */
        FILLED,
        /** The new type has the column's name. */
        SWAPPED,
        /** The same, and values come that the old type cannot hold: the old column is then NULL. */
        LENIENT
    }

    /** Returns the step that makes it. */
    Step make() {
        String function = shadow.sql("DROP FUNCTION IF EXISTS {}()", shadow.function());
        return new Step.Change(
                "keep both columns in step",
                List.of(
                        function(Stage.FILLING),
                        shadow.sql(
                                "CREATE TRIGGER {} BEFORE INSERT OR UPDATE ON {} FOR EACH ROW EXECUTE FUNCTION {}()",
                                shadow.trigger(),
                                shadow.name(),
                                shadow.function()),
                        // Also rows that replication or a restore brings must be in step.
                        shadow.sql("ALTER TABLE {} ENABLE ALWAYS TRIGGER {}", shadow.name(), shadow.trigger())),
                WayBack.by(shadow.sql("DROP TRIGGER IF EXISTS {} ON {}", shadow.trigger(), shadow.name()), function));
    }

    /** Returns the statements that remove it. */
    List<String> drop() {
        return List.of(
                shadow.sql("DROP TRIGGER {} ON {}", shadow.trigger(), shadow.name()),
                shadow.sql("DROP FUNCTION {}()", shadow.function()));
    }

    /** Returns the statement that makes its function, or replaces it. */
    String function(Stage stage) {
        boolean swapped = switch (stage) {
            case FILLING, FILLED -> false;
            case SWAPPED, LENIENT -> true;
        };
        Identifier visible = shadow.own();
        Identifier hidden = swapped ? shadow.old() : shadow.fresh();
        Identifier before = swapped ? shadow.old() : shadow.own();
        Identifier after = swapped ? shadow.own() : shadow.fresh();
        String toHidden = swapped
                ? assign("made." + name(before), after, shadow.down())
                : assign("made." + name(after), before, shadow.forward());
        String toVisible = swapped
                ? assign("NEW." + name(after), before, shadow.forward())
                : assign("NEW." + name(before), after, shadow.down());
        String settings = shadow.usesSettings()
                ? " SET search_path FROM CURRENT SET timezone FROM CURRENT SET datestyle FROM CURRENT"
                : "";
        return shadow.sql(
                        "CREATE OR REPLACE FUNCTION {}() RETURNS trigger LANGUAGE plpgsql" + settings,
                        shadow.function())
                + " AS $godwit_sync$\n"
                + body(
                                stage,
                                name(visible),
                                name(hidden),
                                stage == Stage.LENIENT ? lenient(toHidden, name(hidden)) : toHidden,
                                toVisible)
                        .strip()
                + "\n$godwit_sync$";
    }

    private static String lenient(String assignment, String hidden) {
        return "BEGIN " + assignment + " EXCEPTION WHEN data_exception THEN made." + hidden + " := NULL; END;";
    }

    private static String body(Stage stage, String visible, String hidden, String toHidden, String toVisible) {
        String fill = stage == Stage.FILLING ? """
                      ELSIF NEW.%2$s IS NULL AND NEW.%1$s IS NOT NULL THEN
                        %3$s
                        NEW.%2$s := made.%2$s;
                    """.formatted(visible, hidden, toHidden) : "";
        return """
            #variable_conflict use_column
            DECLARE
              made record;
            BEGIN
              made := NEW;
              IF TG_OP = 'INSERT' THEN
                %3$s
                IF NEW.%2$s IS NULL THEN
                  NEW.%2$s := made.%2$s;
                ELSIF ROW(NEW.%2$s)::record OPERATOR(pg_catalog.*<>) ROW(made.%2$s)::record THEN
                  %4$s
                END IF;
              ELSIF ROW(NEW.%1$s)::record OPERATOR(pg_catalog.*<>) ROW(OLD.%1$s)::record THEN
                %3$s
                NEW.%2$s := made.%2$s;
              ELSIF ROW(NEW.%2$s)::record OPERATOR(pg_catalog.*<>) ROW(OLD.%2$s)::record THEN
                %3$s
                IF ROW(NEW.%2$s)::record OPERATOR(pg_catalog.*<>) ROW(made.%2$s)::record THEN
                  %4$s
                END IF;
            %5$s  END IF;
              RETURN NEW;
            END
            """.formatted(visible, hidden, toHidden, toVisible, fill);
    }

    private String assign(String target, Identifier from, Optional<Expression> expression) {
        return expression
                .map(given -> shadow.sql(
                        "SELECT {} INTO {} FROM (SELECT {}) AS {};",
                        new Raw("(" + given.text() + ")"),
                        new Raw(target),
                        new Raw(columns(given, "NEW.", from)),
                        shadow.name().last()))
                .orElseGet(() -> target + " := NEW." + name(from) + ";");
    }

    /** Returns the columns that the expression mentions, the changed one taken from another that has its values. */
    String columns(Expression expression, String prefix, Identifier from) {
        return shadow.table().columns().stream()
                .map(Column::name)
                .filter(column -> column.equals(shadow.own()) || expression.mentions(column))
                .map(column -> prefix + name(column.equals(shadow.own()) ? from : column) + " AS " + name(column))
                .collect(Collectors.joining(", "));
    }

    private String name(Identifier column) {
        return shadow.sql().name(column);
    }
}
