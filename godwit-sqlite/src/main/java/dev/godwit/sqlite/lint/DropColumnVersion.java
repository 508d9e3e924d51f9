package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.DropColumn;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds columns that DROP COLUMN refuses to drop. */
final class DropColumnVersion implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "sqlite-drop-column-version",
                    Category.COMPATIBILITY,
                    "SQLite refuses to drop a column that something else names")
            .on(SqliteRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.statement() instanceof AlterTable alter
                        && alter.actions().size() == 1
                        && alter.actions().getFirst() instanceof DropColumn drop
                ? statement.effects().refusal().map(why -> found(statement, alter, drop, why)).stream()
                : Stream.empty();
    }

    private static Found found(StatementContext statement, AlterTable alter, DropColumn drop, String why) {
        return Found.at(statement, "SQLite " + statement.version() + " refuses it: " + why)
                .about(alter.table())
                .because("a column goes only if no key, index, view, trigger, CHECK or generated column names it")
                .instead(way(statement, alter, drop));
    }

    private static List<String> way(StatementContext statement, AlterTable alter, DropColumn drop) {
        Optional<Table> table = statement.before().table(alter.table());
        if (table.filter(known -> known.column(drop.column()).isEmpty()).isPresent()) {
            return List.of();
        }
        boolean keyed = table.filter(known -> isInConstraint(known, drop)).isPresent();
        List<String> indexes = table.stream()
                .flatMap(known -> known.indexes().stream()
                        .filter(index -> IndexSql.isOwn(known, index) && index.uses(drop.column())))
                .map(index -> "DROP INDEX " + statement.sql(name(index)) + ";")
                .toList();
        if (keyed || indexes.isEmpty()) {
            return RebuildSql.of(statement, alter);
        }
        List<String> lines = new ArrayList<>(indexes);
        lines.add(statement.text() + ";");
        return lines;
    }

    private static QualifiedName name(Index index) {
        return new QualifiedName(List.of(index.name().orElseThrow()));
    }

    private static boolean isInConstraint(Table table, DropColumn drop) {
        return table.constraints().stream().anyMatch(constraint -> switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey key -> key.key().columns().contains(drop.column());
            case ConstraintRule.Unique key -> key.key().columns().contains(drop.column());
            case ConstraintRule.ForeignKey key -> key.columns().contains(drop.column());
            case ConstraintRule.Check check -> check.condition().mentions(drop.column());
            case ConstraintRule.NotNull other -> false;
            case ConstraintRule.Exclude other -> false;
        });
    }
}
