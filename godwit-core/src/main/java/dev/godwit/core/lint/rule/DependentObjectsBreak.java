package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds changes that views and the like, known from the folder or the server, stand in the way of. */
final class DependentObjectsBreak implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "dependent-objects-break", Category.COMPATIBILITY, "A view or trigger depends on what is changed")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case AlterTable alter ->
                Stream.concat(
                        alter.actions(ColumnAction.ChangeType.class)
                                .flatMap(change -> found(
                                        statement,
                                        alter.table(),
                                        Optional.of(change.column()),
                                        "the server refuses to change its type")
                                        .stream()),
                        alter.actions(ColumnAction.DropColumn.class)
                                .flatMap(drop -> found(
                                        statement,
                                        alter.table(),
                                        Optional.of(drop.column()),
                                        drop.behavior() == Behavior.CASCADE
                                                ? "they are dropped with it"
                                                : "the server refuses to drop it")
                                        .stream()));
            case DropObject drop
            when drop.kind().equals("TABLE") || drop.kind().endsWith("VIEW") ->
                drop.objects().stream()
                        .flatMap(object -> found(
                                statement,
                                object,
                                Optional.empty(),
                                drop.behavior() == Behavior.CASCADE
                                        ? "they are dropped with it"
                                        : "the server refuses to drop it")
                                .stream());
            case Statement other -> Stream.empty();
        };
    }

    private static Optional<Found> found(
            StatementContext statement, QualifiedName table, Optional<Identifier> column, String outcome) {
        List<String> names = Dependents.of(statement.before(), table, column);
        if (names.isEmpty() || allDroppedWith(statement, names)) {
            return Optional.empty();
        }
        String what = column.map(name -> table + "." + name).orElse(table.toString());
        List<String> way = names.stream()
                .filter(name -> name.contains("view "))
                .map(name -> "DROP " + name.substring(0, name.lastIndexOf(' ')).toUpperCase(Locale.ROOT)
                        + name.substring(name.lastIndexOf(' ')) + ";")
                .collect(Collectors.toCollection(ArrayList::new));
        way.add(statement.text() + ";");
        way.add("-- and make them again, all in one transaction");
        return Optional.of(Found.at(statement, String.join(", ", names) + " depends on " + what + ": " + outcome)
                .about(table)
                .because("what a view reads is fixed when it is made")
                .instead(way));
    }

    private static boolean allDroppedWith(StatementContext statement, List<String> names) {
        return statement.statement() instanceof DropObject drop
                && names.stream()
                        .allMatch(name -> drop.objects().stream().anyMatch(object -> name.endsWith(" " + object)));
    }
}
