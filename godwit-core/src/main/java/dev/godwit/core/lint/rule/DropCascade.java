package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.DropIndex;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds drops that take along what depends on the object. */
final class DropCascade implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "drop-cascade", Category.DATA_LOSS, "CASCADE drops whatever depends on the object")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return statement.file().isDown() ? Stream.empty() : dropped(statement).map(what -> found(statement, what));
    }

    private static Stream<String> dropped(StatementContext statement) {
        return switch (statement.statement()) {
            case DropObject drop
            when drop.behavior() == Behavior.CASCADE && !allNew(statement, drop) ->
                Stream.of(drop.objects().stream().map(QualifiedName::toString).collect(Collectors.joining(", ")));
            case DropIndex drop
            when drop.behavior() == Behavior.CASCADE ->
                Stream.of(drop.names().stream().map(QualifiedName::toString).collect(Collectors.joining(", ")));
            case OtherDefinition drop
            when drop.verb().equals("DROP") && drop.tail().contains("CASCADE") ->
                Stream.of(drop.names().stream().map(QualifiedName::toString).collect(Collectors.joining(", ")));
            case AlterTable alter
            when !statement.isNew(alter.table()) ->
                Stream.concat(
                        alter.actions(ColumnAction.DropColumn.class)
                                .filter(drop -> drop.behavior() == Behavior.CASCADE)
                                .map(drop -> drop.column().name()),
                        alter.actions(ConstraintAction.DropConstraint.class)
                                .filter(drop -> drop.behavior() == Behavior.CASCADE)
                                .map(drop -> drop.name().map(Identifier::name).orElse("the primary key")));
            case AlterDomain alter
            when alter.action() instanceof AlterDomain.Action.DropConstraint drop
                    && drop.behavior() == Behavior.CASCADE ->
                Stream.of(drop.constraint().name());
            case AlterType alter ->
                alter.actions().stream()
                        .filter(action -> action instanceof AlterType.Action.DropAttribute drop
                                && drop.behavior() == Behavior.CASCADE)
                        .map(action -> alter.name().toString());
            case Statement other -> Stream.empty();
        };
    }

    private static boolean allNew(StatementContext statement, DropObject drop) {
        return drop.objects().stream().allMatch(statement::isNew);
    }

    private static Found found(StatementContext statement, String what) {
        String dependents = dependents(statement);
        return Found.at(
                        statement,
                        "views, foreign keys and all else that depends on " + what + " are dropped with it"
                                + dependents)
                .because("the statement names none of them, so nobody sees in it what will be gone; each needs a lock,"
                        + " too")
                .instead(List.of("-- without CASCADE the server lists what depends on it: drop those by name first"));
    }

    private static String dependents(StatementContext statement) {
        if (!(statement.statement() instanceof DropObject drop)) {
            return "";
        }
        String names = drop.objects().stream()
                .map(statement.before()::resolve)
                .flatMap(object -> Stream.concat(
                        statement.before().views().stream()
                                .filter(view -> view.reads().contains(object))
                                .map(view -> view.name().toString()),
                        statement.before().referencing(object).map(table -> "foreign keys of " + table.name())))
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names;
    }
}
