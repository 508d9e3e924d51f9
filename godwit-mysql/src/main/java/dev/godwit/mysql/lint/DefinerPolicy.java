package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds views, routines and triggers that are bound to an account. */
final class DefinerPolicy implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "mysql-definer-policy", Category.STYLE, "DEFINER binds the object to an account of one server")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    // A trigger's node does not hold it.
    private static final Pattern OF_TRIGGER =
            Pattern.compile("^[^;()]*?\\bDEFINER\\s*=\\s*(\\S+)[^;()]*?\\bTRIGGER\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateView.class, CreateRoutine.class, CreateTrigger.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return definer(statement)
                .filter(account -> !account.toUpperCase(Locale.ROOT).startsWith("CURRENT_"))
                .map(account -> found(statement, account))
                .stream();
    }

    private static Optional<String> definer(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateView view -> definer(view.modifiers());
            case CreateRoutine routine -> definer(routine.characteristics());
            case CreateTrigger trigger -> {
                Matcher said = OF_TRIGGER.matcher(statement.text());
                yield said.find() ? Optional.of(said.group(1)) : Optional.empty();
            }
            case Statement other -> Optional.empty();
        };
    }

    private static Optional<String> definer(List<Option> options) {
        return options.stream()
                .filter(option -> option.name().equals("DEFINER"))
                .flatMap(option -> option.value().stream())
                .map(Expression::text)
                .findFirst();
    }

    private static Found found(StatementContext statement, String account) {
        Definition definition = (Definition) statement.statement();
        String name = definition.names().getFirst().toString();
        return Found.at(
                        statement,
                        name + " runs with the rights of " + account + ", and fails wherever there is no such account"
                                + " (error 1449)")
                .about(definition.names().getFirst())
                .because("without DEFINER it is the account that runs the migration; SQL SECURITY INVOKER needs none")
                .instead(List.of("-- leave DEFINER out, or say SQL SECURITY INVOKER"));
    }
}
