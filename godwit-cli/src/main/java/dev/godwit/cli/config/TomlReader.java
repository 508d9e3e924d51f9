package dev.godwit.cli.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the part of TOML that a configuration of texts, numbers and switches needs: keys (bare, quoted, dotted), tables, comments, basic
 * and literal strings on one line, whole numbers, {@code true} and {@code false}. Everything else is an error that names
 * its line, never skipped.
 */
final class TomlReader {
    private final String file;
    private final String text;
    private final List<TomlEntry> entries = new ArrayList<>();
    private List<String> table = List.of();
    private int at;
    private int line = 1;

    private TomlReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads a file's text.
     *
     * @throws dev.godwit.core.db.ConfigurationException naming file and line if it cannot be read
     */
    static List<TomlEntry> read(String file, String text) {
        var reader = new TomlReader(file, text);
        reader.readAll();
        return List.copyOf(reader.entries);
    }

    private void readAll() {
        while (true) {
            skipSpace();
            if (at == text.length()) {
                return;
            }
            if (peek() == '[') {
                readTable();
            } else if (peek() != '\n' && peek() != '#') {
                readEntry();
            }
            endLine();
        }
    }

    private void readTable() {
        at++;
        table = readPath();
        expect(']', "a table's name ends with ]");
    }

    private void readEntry() {
        List<String> path = new ArrayList<>(table);
        path.addAll(readPath());
        expect('=', "a key is followed by = and its value");
        skipSpace();
        var entry = new TomlEntry(path, readValue(), line);
        if (entries.stream().anyMatch(earlier -> earlier.path().equals(path))) {
            throw error("the key \"" + entry.name() + "\" is set twice. Remove one of them");
        }
        entries.add(entry);
    }

    private List<String> readPath() {
        List<String> path = new ArrayList<>();
        do {
            skipSpace();
            path.add(readName());
            skipSpace();
        } while (accept('.'));
        return path;
    }

    private String readName() {
        if (peek() == '"' || peek() == '\'') {
            return readString();
        }
        int start = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '-' || peek() == '_') {
            at++;
        }
        if (start == at) {
            throw error("a key is expected here. Write it as name = \"value\"");
        }
        return text.substring(start, at);
    }

    private String readValue() {
        if (peek() == '"' || peek() == '\'') {
            return readString();
        }
        int start = at;
        while (at < text.length() && "#\n\r\t ".indexOf(peek()) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.equals("true") || word.equals("false")) {
            return word;
        }
        if (!isWholeNumber(word)) {
            throw error("the value is neither a text in quotes, a whole number, true nor false. Put a text in quotes");
        }
        return word.replace("_", "");
    }

    private static boolean isWholeNumber(String word) {
        boolean digits = !word.isEmpty();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean sign = i == 0 && word.length() > 1 && (c == '-' || c == '+');
            digits &= sign || Character.isDigit(c) || (c == '_' && i > 0);
        }
        return digits;
    }

    private String readString() {
        char quote = peek();
        if (text.startsWith(String.valueOf(quote).repeat(3), at)) {
            throw error("a text over several lines is not read here. Write it on one line");
        }
        at++;
        var value = new StringBuilder();
        while (peek() != quote) {
            if (peek() == '\n' || at == text.length()) {
                throw error("the text is not closed. End it with " + quote);
            }
            char c = text.charAt(at++);
            value.append(c == '\\' && quote == '"' ? readEscape() : String.valueOf(c));
        }
        at++;
        return value.toString();
    }

    private String readEscape() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> String.valueOf(c);
            case 'b' -> "\b";
            case 'e' -> "\u001b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'u' -> readCodePoint(4);
            case 'U' -> readCodePoint(8);
            default ->
                throw error("\\" + c + " is no escape. Write \\\\ for a backslash, or put the text in single quotes");
        };
    }

    private String readCodePoint(int digits) {
        try {
            int end = Math.min(at + digits, text.length());
            String value = Character.toString(Integer.parseInt(text, at, end, 16));
            at = end;
            return value;
        } catch (IllegalArgumentException e) {
            throw error("\\u is followed by 4 and \\U by 8 hexadecimal digits of a character. Correct it");
        }
    }

    private void endLine() {
        skipSpace();
        if (peek() == '#') {
            while (at < text.length() && peek() != '\n') {
                at++;
            }
        }
        if (at < text.length()) {
            expect('\n', "the line goes on after its value. Put each key on its own line");
            line++;
        }
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\uFEFF') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char wanted, String rule) {
        if (!accept(wanted)) {
            throw error(rule);
        }
    }

    private RuntimeException error(String why) {
        return new dev.godwit.core.db.ConfigurationException(
                "cannot read configuration \"" + file + "\": line " + line + ": " + why + ".");
    }
}
