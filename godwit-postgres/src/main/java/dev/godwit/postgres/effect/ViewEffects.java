package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;

import dev.godwit.core.catalog.View;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Judges {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW}. */
final class ViewEffects {
    private ViewEffects() {}

    static void create(Scene scene, CreateView create) {
        Schema schema = scene.schema();
        QualifiedName name = schema.name(create.name());
        Optional<View> known = schema.catalog().view(name);
        boolean replaces = create.replace() == Replacement.OR_REPLACE && known.isPresent();
        if (replaces) {
            scene.impact().lock(name, ACCESS_EXCLUSIVE);
            scene.impact().breaks(Breakage.Kind.PREPARED_STATEMENTS, name, "");
            refuseFewerColumns(scene, create, known.get());
            return;
        }
        if (schema.isKnown(name)) {
            scene.impact()
                    .refuseIf(create.guard() != Guard.IF_NOT_EXISTS, "relation \"" + name + "\" is there already");
            return;
        }
        boolean mayReplace = create.replace() == Replacement.OR_REPLACE && !schema.isMissing(name);
        if (mayReplace) {
            scene.impact().lock(name, ACCESS_EXCLUSIVE);
        }
        if (create.kind().equals("MATERIALIZED VIEW") && !create.tail().contains("WITH NO DATA")) {
            scene.impact().work(QueryTables.readBy(create.query().tokens(), schema), Work.SCAN);
        }
    }

    private static void refuseFewerColumns(Scene scene, CreateView create, View known) {
        OptionalInt count = columns(create);
        scene.impact()
                .refuseIf(
                        count.isPresent() && count.getAsInt() < known.columns().size(),
                        "columns cannot be taken from view \"" + known.name() + "\"");
    }

    // Those that are listed, or the items between SELECT and FROM, unless one of them is a star.
    private static OptionalInt columns(CreateView create) {
        if (!create.columns().isEmpty()) {
            return OptionalInt.of(create.columns().size());
        }
        List<Lexeme> tokens = create.query().tokens();
        if (tokens.isEmpty() || !tokens.getFirst().is("SELECT")) {
            return OptionalInt.empty();
        }
        int depth = 0;
        int items = 1;
        for (Lexeme token : tokens) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("FROM")) {
                break;
            }
            if (depth == 0 && token.isSymbol("*")) {
                return OptionalInt.empty();
            }
            items += depth == 0 && token.isSymbol(",") ? 1 : 0;
        }
        return OptionalInt.of(items);
    }
}
