package dev.godwit.it.effects;

import dev.godwit.sql.SqlSource;
import dev.godwit.sql.postgres.PostgresDialect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a file of forms; its head says how one is written. */
final class Forms {
    private static final Pattern FORM = Pattern.compile("-- form (\\S+)(?: since (\\d+))?");
    private static final String GROUP = "-- ## ";

    private final List<Form> forms = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final StringBuilder body = new StringBuilder();
    private @Nullable String id;
    private int since;
    private String group = "";

    private Forms() {}

    static List<Form> of(String resource) {
        Forms reader = new Forms();
        text(resource).lines().forEach(reader::line);
        reader.end();
        return List.copyOf(reader.forms);
    }

    /** Returns the text of a resource beside the forms. */
    static String text(String resource) {
        try (InputStream in = Forms.class.getResourceAsStream("/effects/" + resource)) {
            if (in == null) {
                throw new AssertionError("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts SQL into its statements. */
    static List<String> statements(String sql) {
        SqlSource source = SqlSource.of("forms", sql);
        return new PostgresDialect()
                .split(source, source.whole()).statements().stream()
                        .map(statement -> source.text(statement.span()))
                        .toList();
    }

    private void line(String line) {
        Matcher head = FORM.matcher(line);
        if (head.matches()) {
            end();
            id = head.group(1);
            since = head.group(2) == null ? 0 : Integer.parseInt(head.group(2));
        } else if (line.startsWith(GROUP)) {
            end();
            group = line.substring(GROUP.length());
        } else if (id != null) {
            body.append(line).append('\n');
        }
    }

    private void end() {
        if (id != null) {
            List<String> statements = statements(body.toString());
            if (statements.isEmpty() || !ids.add(id)) {
                throw new AssertionError("form " + id + " is empty or there twice");
            }
            int last = statements.size() - 1;
            forms.add(new Form(id, group, since, statements.subList(0, last), statements.get(last)));
        }
        id = null;
        body.setLength(0);
    }
}
