package dev.godwit.core.lint;

import dev.godwit.core.migration.ScriptText;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the allows of a script. One stands before its statement, or behind it on the line where it ends; {@code allow-file} stands anywhere
 * between statements. Several rules are separated by commas.
 */
public final class AllowReader {
    private static final byte[] MARK = "godwit:allow".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FORM =
            Pattern.compile("godwit:(allow|allow-file)(?:\\s+(.*?))?(?:\\s+--\\s*(.*))?", Pattern.DOTALL);

    private final SqlSource source;
    private final List<Statement> statements;
    private final List<Allow> allows = new ArrayList<>();

    private AllowReader(SqlSource source, List<Statement> statements) {
        this.source = source;
        this.statements = statements;
    }

    /** Reads the allows of a script; an index counts the statements of the whole script. */
    public static List<Allow> read(ScriptText text, Dialect dialect) {
        List<ScriptText.Block> blocks = text.blocks().stream()
                .filter(block -> mentions(text.source(), block.span()))
                .toList();
        if (blocks.isEmpty()) {
            return List.of();
        }
        var reader = new AllowReader(text.source(), text.statements(dialect));
        blocks.forEach(block -> dialect.comments(text.source(), block.span()).forEach(reader::comment));
        return reader.allows;
    }

    private static boolean mentions(SqlSource source, SourceSpan part) {
        int last = part.end() - MARK.length;
        for (int i = part.start(); i <= last; i++) {
            if (source.at(i) == MARK[0] && matches(source, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(SqlSource source, int at) {
        for (int j = 1; j < MARK.length; j++) {
            if (source.at(at + j) != MARK[j]) {
                return false;
            }
        }
        return true;
    }

    private void comment(SourceSpan span) {
        Matcher form = FORM.matcher(words(source.text(span)));
        if (!form.matches()) {
            return;
        }
        String rules = form.group(2) == null ? "" : form.group(2).strip();
        String reason = form.group(3) == null ? "" : form.group(3).strip();
        Optional<Integer> statement = form.group(1).equals("allow") ? Optional.of(meant(span)) : Optional.empty();
        for (String rule : rules.split("[,\\s]+", -1)) {
            allows.add(new Allow(span, rule, reason, statement));
        }
    }

    private static String words(String comment) {
        String text = comment.strip();
        if (text.startsWith("/*")) {
            int end = text.endsWith("*/") ? text.length() - 2 : text.length();
            return text.substring(2, end).strip();
        }
        return text.startsWith("#")
                ? text.substring(1).strip()
                : text.substring(Math.min(2, text.length())).strip();
    }

    // The index of a statement that is not there is as good as none: then the allow is not used.
    private int meant(SourceSpan comment) {
        int before = -1;
        for (Statement statement : statements) {
            if (statement.span().start() > comment.start()) {
                break;
            }
            before++;
        }
        return before >= 0 && endsOnLineOf(comment, before) ? before : before + 1;
    }

    private boolean endsOnLineOf(SourceSpan comment, int index) {
        int end = statements.get(index).span().end();
        for (int i = Math.min(end, comment.start()); i < comment.start(); i++) {
            if (source.at(i) == '\n') {
                return false;
            }
        }
        return true;
    }
}
