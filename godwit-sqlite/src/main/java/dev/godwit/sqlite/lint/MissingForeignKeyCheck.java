package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rebuild;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds rebuilds after which nobody looks whether references still hold, though they may not. */
final class MissingForeignKeyCheck implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-missing-foreign-key-check",
                    Category.DATA_LOSS,
                    "Rows were copied with foreign keys off, and nobody looks whether they hold")
            .on(SqliteRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FileContext file) {
        return file.isDown() ? Stream.empty() : Rebuild.of(file).stream().flatMap(one -> found(one).stream());
    }

    private static Optional<Found> found(Rebuild rebuild) {
        boolean off = ForeignKeySwitch.at(rebuild.leaves()) == ForeignKeySwitch.OFF
                || ForeignKeySwitch.at(rebuild.copy()) == ForeignKeySwitch.OFF;
        boolean checked = rebuild.leaves().file().statements().stream()
                .filter(later -> later.index() > rebuild.copy().index())
                .anyMatch(MissingForeignKeyCheck::isCheck);
        return !off || checked ? Optional.empty() : why(rebuild).map(why -> found(rebuild, why));
    }

    private static boolean isCheck(StatementContext statement) {
        return (statement.statement() instanceof SessionSetting setting
                        && setting.name().equals("foreign_key_check"))
                || statement.text().contains("pragma_foreign_key_check");
    }

    private static Optional<String> why(Rebuild rebuild) {
        return certain(rebuild).or(() -> isMadeByATool(rebuild) ? Optional.empty() : possible(rebuild));
    }

    // Where every row is copied, and refers to nothing that it did not refer to before, nothing can come loose.
    private static Optional<String> certain(Rebuild rebuild) {
        Optional<Table> old = rebuild.old();
        Optional<ForeignKey> added = old.isEmpty()
                ? Optional.empty()
                : keys(rebuild).stream()
                        .filter(key -> old.get().rules(ForeignKey.class).noneMatch(known -> isSame(known, key)))
                        .findFirst();
        if (added.isPresent()) {
            return Optional.of("the new " + rebuild.table() + " refers to "
                    + added.get().references().table() + " in a way that the old one did not");
        }
        return isReferred(rebuild) && rebuild.isSelective()
                ? Optional.of("rows that other tables refer to may be left behind")
                : Optional.empty();
    }

    // Whoever writes it by hand may change a key on the way.
    private static Optional<String> possible(Rebuild rebuild) {
        if (!keys(rebuild).isEmpty()) {
            return Optional.of("rows of " + rebuild.table() + " refer to other tables");
        }
        return isReferred(rebuild) || rebuild.old().isEmpty()
                ? Optional.of("other tables may refer to rows of " + rebuild.table())
                : Optional.empty();
    }

    // Drizzle, and Prisma, which copy all rows with all their keys.
    private static boolean isMadeByATool(Rebuild rebuild) {
        return rebuild.leaves().file().statements().stream().anyMatch(statement -> switch (statement.statement()) {
            case CreateTable create -> create.name().last().name().startsWith("__new_");
            case SessionSetting setting -> setting.name().equals("defer_foreign_keys");
            case Statement other -> false;
        });
    }

    private static List<ForeignKey> keys(Rebuild rebuild) {
        return rebuild.made()
                .map(table -> table.rules(ForeignKey.class).toList())
                .orElse(List.of());
    }

    private static boolean isReferred(Rebuild rebuild) {
        return rebuild.leaves().before().referencing(rebuild.table()).findAny().isPresent();
    }

    private static boolean isSame(ForeignKey known, ForeignKey key) {
        return known.columns().equals(key.columns())
                && known.references().table().equals(key.references().table());
    }

    private static Found found(Rebuild rebuild, String why) {
        return Found.at(
                        rebuild.returns(),
                        "rows that refer to nothing stay unseen: SQLite looks at references only when a row is written")
                .about(rebuild.table())
                .because(why + ", and foreign keys were off while they were copied")
                .instead(List.of("PRAGMA foreign_key_check; -- before COMMIT: must return no row, else ROLLBACK"));
    }
}
