package dev.godwit.cli.command;

import java.util.List;
import java.util.Optional;

/** The one list of commands. */
final class Commands {
    private Commands() {}

    static List<Command> all() {
        return List.of(
                new InitCommand(),
                new NewCommand(),
                new PlanCommand(),
                new MigrateCommand(),
                new ContractCommand(),
                new StatusCommand(),
                new ValidateCommand(),
                new LintCommand(),
                new ExplainCommand(),
                new RulesCommand(),
                new RollbackCommand(),
                new BaselineCommand(),
                new ResolveCommand(),
                new DemoCommand());
    }

    // A switch, so that the classes of the other commands are not loaded.
    static Optional<Command> find(String name) {
        return switch (name) {
            case "init" -> Optional.of(new InitCommand());
            case "new" -> Optional.of(new NewCommand());
            case "plan" -> Optional.of(new PlanCommand());
            case "contract" -> Optional.of(new ContractCommand());
            case "migrate" -> Optional.of(new MigrateCommand());
            case "status" -> Optional.of(new StatusCommand());
            case "validate" -> Optional.of(new ValidateCommand());
            case "lint" -> Optional.of(new LintCommand());
            case "explain" -> Optional.of(new ExplainCommand());
            case "rules" -> Optional.of(new RulesCommand());
            case "rollback" -> Optional.of(new RollbackCommand());
            case "baseline" -> Optional.of(new BaselineCommand());
            case "resolve" -> Optional.of(new ResolveCommand());
            case "demo" -> Optional.of(new DemoCommand());
            default -> Optional.empty();
        };
    }
}
