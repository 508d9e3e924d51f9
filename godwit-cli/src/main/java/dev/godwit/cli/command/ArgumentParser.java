package dev.godwit.cli.command;

import dev.godwit.cli.command.CommandInfo.Positional.Count;
import dev.godwit.cli.config.Key;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.lint.NearestName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the arguments of one command: {@code --key value} or {@code --key=value}, switches without a value, {@code --} before an
 * argument that begins with dashes. See {@code docs/decisions/0009} on why no library does it.
 */
final class ArgumentParser {
    private static final String HELP = "--help";

    private final CommandInfo info;
    private final Deque<String> rest;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> positional = new ArrayList<>();
    private boolean helpWanted;

    private ArgumentParser(CommandInfo info, List<String> arguments) {
        this.info = info;
        this.rest = new ArrayDeque<>(arguments);
    }

    /**
     * Reads the arguments.
     *
     * @throws ConfigurationException if they are wrong
     */
    static Arguments parse(CommandInfo info, List<String> arguments) {
        var parser = new ArgumentParser(info, arguments);
        parser.readAll();
        return new Arguments(parser.options, parser.positional, parser.helpWanted);
    }

    private void readAll() {
        while (!rest.isEmpty()) {
            String next = rest.pop();
            if (next.equals("--")) {
                rest.forEach(this::readArgument);
                rest.clear();
            } else if (next.equals(HELP) || next.equals("-h")) {
                helpWanted = true;
            } else if (next.startsWith("-") && next.length() > 1) {
                readOption(next);
            } else {
                readArgument(next);
            }
        }
        if (info.argument().count() == Count.ONE && positional.isEmpty() && !helpWanted) {
            throw wrong(info.argument().label() + " is missing");
        }
    }

    private void readArgument(String text) {
        boolean taken = switch (info.argument().count()) {
            case NONE -> false;
            case ONE -> positional.isEmpty();
            case ANY -> true;
        };
        if (!taken) {
            throw wrong("there is nothing to do with \"" + text + "\"");
        }
        positional.add(text);
    }

    private void readOption(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        Key<?> key = info.keys().stream()
                .filter(known -> known.option().equals(name))
                .findFirst()
                .orElseThrow(() -> unknownOption(name));
        String value = equals < 0 ? value(key) : text.substring(equals + 1);
        @Nullable String earlier = options.get(key.name());
        if (earlier != null && key.kind() == Key.Kind.VALUE) {
            throw wrong("option \"" + name + "\" is given twice");
        }
        boolean joined = earlier != null && key.kind() == Key.Kind.PAIRS;
        options.put(key.name(), joined ? earlier + "\n" + value : value);
    }

    private String value(Key<?> key) {
        if (key.kind() == Key.Kind.SWITCH) {
            return "true";
        }
        @Nullable String next = rest.peek();
        if (next == null || next.startsWith("--")) {
            throw wrong("option \"" + key.option() + "\" lacks its value, " + key.label());
        }
        return rest.pop();
    }

    private ConfigurationException unknownOption(String name) {
        List<String> known = Stream.concat(info.keys().stream().map(Key::option), Stream.of(HELP))
                .toList();
        String guess = NearestName.of(name, known)
                .map(nearest -> "; \"" + nearest + "\" is the nearest")
                .orElse("");
        return wrong("there is no option \"" + name + "\"" + guess);
    }

    private ConfigurationException wrong(String why) {
        return new ConfigurationException(
                "cannot read the command line: " + why + ". See `godwit " + info.name() + " --help`.");
    }
}
