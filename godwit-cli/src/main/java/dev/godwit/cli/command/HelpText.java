package dev.godwit.cli.command;

import dev.godwit.cli.config.Key;
import java.util.ArrayList;
import java.util.List;

/** The help of one command. */
final class HelpText {
    private static final int WIDTH = 96;
    private static final int OPTION_WIDTH = 28;

    private HelpText() {}

    static String of(CommandInfo info) {
        List<String> lines = new ArrayList<>();
        lines.add("Usage: godwit " + info.name()
                + (info.argument().label().isEmpty()
                        ? ""
                        : " " + info.argument().label()) + " [OPTIONS]");
        lines.add("");
        lines.addAll(wrap(info.description(), WIDTH));
        lines.add("");
        lines.add("Options:");
        info.keys().forEach(key -> addOption(lines, option(key), description(key)));
        addOption(lines, "-h, --help", "Print this help.");
        lines.add("");
        lines.add("Examples:");
        info.examples().forEach(example -> lines.add("  " + example));
        return String.join("\n", lines);
    }

    private static String option(Key<?> key) {
        return key.kind() == Key.Kind.SWITCH ? key.option() : key.option() + " " + key.label();
    }

    private static String description(Key<?> key) {
        boolean shown = key.kind() == Key.Kind.VALUE && !key.fallback().isEmpty();
        return key.description() + (shown ? " (unless set: " + key.fallback() + ")." : ".");
    }

    private static void addOption(List<String> lines, String option, String description) {
        List<String> wrapped = wrap(description, WIDTH - OPTION_WIDTH);
        String first = "  " + option;
        lines.add(first + " ".repeat(Math.max(1, OPTION_WIDTH - first.length())) + wrapped.getFirst());
        wrapped.stream().skip(1).forEach(line -> lines.add(" ".repeat(OPTION_WIDTH) + line));
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
