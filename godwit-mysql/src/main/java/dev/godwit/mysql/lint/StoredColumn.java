package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds generated columns whose values are stored. */
final class StoredColumn implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-generated-column-stored", Category.REWRITE, "A STORED generated column copies the table")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    private final Hazards hazards;

    StoredColumn(Hazards hazards) {
        this.hazards = hazards;
    }

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddColumn.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return hazards.of(statement, Cause.STORED_COLUMN).map(StoredColumn::found);
    }

    private static Found found(Hazard hazard) {
        return hazard.found()
                .because("the value is computed for every row and written into it; " + hazard.lets())
                .instead(hazard.action()
                        .filter(AddColumn.class::isInstance)
                        .map(action -> virtual(hazard, (AddColumn) action))
                        .orElseGet(() -> OnlineWays.shadow(hazard)));
    }

    private static List<String> virtual(Hazard hazard, AddColumn add) {
        ColumnDefinition column = add.definition();
        List<ColumnAttribute> attributes = column.attributes().stream()
                .map(attribute -> attribute instanceof Generated stored
                        ? new Generated(stored.value(), Generated.Storing.VIRTUAL)
                        : attribute)
                .toList();
        var definition = new ColumnDefinition(column.span(), column.name(), column.type(), attributes);
        return List.of(
                "-- computed when it is read; an index on it can be added in place afterwards:",
                OnlineWays.instant(
                        hazard.context(), hazard.alter(), new AddColumn(definition, add.guard(), add.position())));
    }
}
