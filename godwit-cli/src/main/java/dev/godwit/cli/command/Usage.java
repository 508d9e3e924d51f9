package dev.godwit.cli.command;

/** The help of the command line as a whole. */
final class Usage {
    private static final int NAME_WIDTH = 11;

    private Usage() {}

    static String text() {
        var text = new StringBuilder("""
                Usage: godwit COMMAND [OPTIONS]

                Changes the schema of a live database without stopping the application.

                Commands:
                """);
        for (Command command : Commands.all()) {
            CommandInfo info = command.info();
            text.append("  ")
                    .append(info.name())
                    .append(" ".repeat(NAME_WIDTH - info.name().length()))
                    .append(info.summary())
                    .append('\n');
        }
        return text.append("""

                `godwit COMMAND --help` shows options and examples, `godwit --version` the version.
                Settings come from options, GODWIT_… variables, godwit.toml and DATABASE_URL, in that order.""").toString();
    }
}
