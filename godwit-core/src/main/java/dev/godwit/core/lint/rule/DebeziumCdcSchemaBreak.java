package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.Breakage;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import java.util.List;
import java.util.stream.Stream;

/** Finds changes of published tables that readers of the change stream must learn of. */
final class DebeziumCdcSchemaBreak implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "debezium-cdc-schema-break",
                    Category.REPLICATION,
                    "Readers of the change stream meet another schema")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.effects().breaks().stream()
                .filter(breaks -> breaks.kind() == Breakage.Kind.COLUMN_GONE
                        || breaks.kind() == Breakage.Kind.COLUMN_RENAMED
                        || breaks.kind() == Breakage.Kind.TYPE_CHANGED)
                .filter(breaks -> !statement.isNew(breaks.object()))
                .filter(breaks ->
                        Published.with(statement.before(), breaks.object()).isPresent())
                .map(breaks -> Found.at(
                                statement,
                                "consumers of the change stream of " + breaks.object() + " meet rows without "
                                        + breaks.part() + " as they know it")
                        .about(breaks.object())
                        .because("connectors such as Debezium write the table's schema with the rows; a"
                                + " registry may refuse the new one, and then they stop")
                        .instead(List.of("-- let consumers learn of it first: add the new column, let them read"
                                + " both, then take the old one away")));
    }
}
