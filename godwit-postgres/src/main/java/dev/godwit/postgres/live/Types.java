package dev.godwit.postgres.live;

import dev.godwit.core.catalog.UserType;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads types, but for those of extensions. */
final class Types {
    private static final String NOT_OF_EXTENSIONS = """
        NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e')
        """;

    private static final String TYPES = """
        SELECT n.nspname, t.typname, t.typtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.oid
        FROM pg_type t
        JOIN pg_namespace n ON n.oid = t.typnamespace
        LEFT JOIN pg_class c ON c.oid = t.typrelid
        WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
               OR t.typtype = 'b' AND t.typelem = 0)
            AND
        """ + Source.OF_USERS + """
        AND
        """ + NOT_OF_EXTENSIONS + """
        ORDER BY t.oid
        """;

    private static final String LABELS = """
        SELECT n.nspname, t.typname, e.enumlabel
        FROM pg_enum e
        JOIN pg_type t ON t.oid = e.enumtypid
        JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE
        """ + Source.OF_USERS + """
        ORDER BY e.enumtypid, e.enumsortorder
        """;

    private static final String ATTRIBUTES = """
        SELECT n.nspname, c.relname, a.attname
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'c'
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attnum > 0 AND NOT a.attisdropped AND
        """ + Source.OF_USERS + """
        ORDER BY a.attrelid, a.attnum
        """;

    private static final String RULES = """
        SELECT n.nspname, t.typname, k.conname, pg_get_constraintdef(k.oid)
        FROM pg_constraint k
        JOIN pg_type t ON t.oid = k.contypid
        JOIN pg_namespace n ON n.oid = t.typnamespace
        WHERE k.contype = 'c' AND
        """ + Source.OF_USERS + """
        ORDER BY k.oid
        """;

    private final Source source;

    Types(Source source) {
        this.source = source;
    }

    private record Row(String schema, String name, String kind, String base, boolean notNull) {}

    private record Part(QualifiedName of, String text) {}

    void read() {
        Map<QualifiedName, List<String>> labels = parts(LABELS);
        Map<QualifiedName, List<String>> attributes = parts(ATTRIBUTES);
        source.query(
                        TYPES,
                        row -> new Row(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                String.valueOf(row.getString(4)),
                                row.getBoolean(5)))
                .forEach(row -> add(row, labels, attributes));
        source.query(
                        RULES,
                        row -> "ALTER DOMAIN "
                                + source.quoted(row.getString(1), row.getString(2)) + " ADD CONSTRAINT "
                                + source.dialect().quote(row.getString(3)) + " " + row.getString(4))
                .forEach(source::define);
    }

    private Map<QualifiedName, List<String>> parts(String query) {
        Map<QualifiedName, List<String>> parts = new LinkedHashMap<>();
        source.query(query, row -> new Part(source.name(row.getString(1), row.getString(2)), row.getString(3)))
                .forEach(part -> parts.computeIfAbsent(part.of(), name -> new ArrayList<>())
                        .add(part.text()));
        return parts;
    }

    private void add(Row row, Map<QualifiedName, List<String>> labels, Map<QualifiedName, List<String>> attributes) {
        QualifiedName name = source.name(row.schema(), row.name());
        switch (row.kind()) {
            case "e" ->
                source.builder().put(new UserType.Enumeration(name, labels.getOrDefault(name, List.of()), List.of()));
            case "c" ->
                source.builder()
                        .put(new UserType.Composite(
                                name,
                                attributes.getOrDefault(name, List.of()).stream()
                                        .map(Identifier::new)
                                        .toList()));
            case "d" ->
                source.define("CREATE DOMAIN " + source.quoted(row.schema(), row.name()) + " AS " + row.base()
                        + (row.notNull() ? " NOT NULL" : ""));
            default -> source.builder().put(new UserType.Other(name));
        }
    }
}
