package dev.godwit.cli.command;

import dev.godwit.cli.config.Key;
import dev.godwit.core.db.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Reads the command line of one command. The model is made from the table of keys instead of annotations: only the command that is
 * called is looked at, and nothing is found by reflection, which start-up time would pay for.
 */
final class ArgumentParser {
    private final CommandInfo info;
    private final CommandLine commandLine;

    ArgumentParser(CommandInfo info) {
        this.info = info;
        this.commandLine = new CommandLine(spec(info)).setUnmatchedOptionsArePositionalParams(false);
    }

    private static CommandSpec spec(CommandInfo info) {
        CommandSpec spec = CommandSpec.create().name("godwit " + info.name());
        spec.usageMessage()
                .description(info.description())
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .optionListHeading("%nOptions:%n")
                .footerHeading("%nExamples:%n")
                .footer(info.examples().stream()
                        .map(example -> "  " + example.replace("%", "%%"))
                        .toArray(String[]::new));
        info.argument().ifPresent(name -> spec.addPositional(PositionalParamSpec.builder()
                .paramLabel(name)
                .type(String.class)
                .arity("1")
                .build()));
        info.keys().forEach(key -> spec.addOption(option(key)));
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .arity("0")
                .type(boolean.class)
                .description("Print this help.")
                .build());
        return spec;
    }

    private static OptionSpec option(Key<?> key) {
        OptionSpec.Builder option = OptionSpec.builder(key.option()).description(description(key));
        return switch (key.kind()) {
            case VALUE -> option.type(String.class).arity("1").paramLabel(key.label()).build();
            case SWITCH -> option.type(boolean.class).arity("0").build();
            case PAIRS ->
                option.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .paramLabel(key.label())
                        .build();
        };
    }

    private static String description(Key<?> key) {
        boolean shown = key.kind() == Key.Kind.VALUE && !key.fallback().isEmpty();
        return key.description() + (shown ? " (default: " + key.fallback() + ")." : ".");
    }

    /**
     * Reads the arguments.
     *
     * @throws ConfigurationException if they are wrong
     */
    Arguments parse(List<String> arguments) {
        try {
            ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
            Map<String, String> options = new LinkedHashMap<>();
            for (Key<?> key : info.keys()) {
                value(key, result).ifPresent(value -> options.put(key.name(), value));
            }
            return new Arguments(options, argument(result), result.isUsageHelpRequested());
        } catch (ParameterException e) {
            throw new ConfigurationException("cannot read the command line: " + reason(e) + ". See `godwit "
                    + info.name() + " --help`.");
        }
    }

    private static Optional<String> value(Key<?> key, ParseResult result) {
        if (!result.hasMatchedOption(key.option())) {
            return Optional.empty();
        }
        Object value = result.matchedOptionValue(key.option(), "");
        return Optional.of(
                value instanceof List<?> several
                        ? String.join("\n", several.stream().map(Object::toString).toList())
                        : value.toString());
    }

    private static Optional<String> argument(ParseResult result) {
        return result.matchedPositionals().isEmpty()
                ? Optional.empty()
                : Optional.of(result.matchedPositional(0).getValue());
    }

    private static String reason(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().getFirst();
            List<String> suggestions = unmatched.getSuggestions();
            String guess = suggestions.isEmpty() ? "" : ". Did you mean " + String.join(" or ", suggestions) + "?";
            return (first.startsWith("-") ? "there is no option \"" : "there is nothing to do with \"") + first + "\""
                    + guess.replaceAll("\\?$", "");
        }
        String message = String.valueOf(e.getMessage());
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    /** Returns the help. */
    String help() {
        return commandLine.getUsageMessage(Ansi.OFF);
    }
}
