package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction.SetSequence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds sequences that are made narrower. */
final class AlterSequenceAsNarrow implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "alter-sequence-as-narrow", Category.DATA_LOSS, "A sequence of a narrower type runs out sooner")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(SetSequence.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement
                .actions(SetSequence.class)
                .flatMap(set -> set.options().stream())
                .filter(option -> option.name().equals("AS"))
                .flatMap(option -> option.value().stream())
                .filter(type -> type.names().anyMatch(AlterSequenceAsNarrow::isNarrow))
                .map(type -> found(statement, type.text()));
    }

    private static boolean isNarrow(String type) {
        return switch (TypeText.canonical(type)) {
            case "integer", "smallint" -> true;
            default -> false;
        };
    }

    private static Found found(StatementContext statement, String type) {
        QualifiedName sequence = ((AlterTable) statement.statement()).table();
        String last = statement
                .before()
                .sequence(sequence)
                .flatMap(known -> known.lastValue())
                .map(value -> " (it stands at " + value + ")")
                .orElse("");
        return Found.at(
                        statement,
                        "nextval of " + sequence + " fails as soon as the numbers do not fit into " + type + last)
                .about(sequence)
                .because("a sequence that is beyond the new limit is refused, one below it stops there and with it each"
                        + " INSERT")
                .instead(List.of("-- leave it bigint: a wide sequence can feed a narrow column"));
    }
}
