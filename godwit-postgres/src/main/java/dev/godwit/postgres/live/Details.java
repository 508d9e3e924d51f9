package dev.godwit.postgres.live;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Setting;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what hangs on columns, constraints and indexes besides their definitions: settings, comments, privileges. */
final class Details {
    private static final String SETTINGS = """
        SELECT a.attrelid, a.attname, nullif(a.attstattarget, -1), array_to_string(a.attoptions, ', '),
               col_description(a.attrelid, a.attnum)
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f')
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE a.attnum > 0 AND NOT a.attisdropped AND
        """ + Source.OF_USERS + """
        AND (coalesce(a.attstattarget, -1) <> -1 OR a.attoptions IS NOT NULL
             OR col_description(a.attrelid, a.attnum) IS NOT NULL)
        ORDER BY a.attrelid, a.attnum
        """;

    private static final String PRIVILEGES = """
        SELECT a.attrelid, a.attname,
               x.privilege_type || ' TO '
                   || CASE WHEN x.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(x.grantee)) END
                   || CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        CROSS JOIN LATERAL aclexplode(a.attacl) x
        WHERE a.attnum > 0 AND NOT a.attisdropped AND
        """ + Source.OF_USERS + """
        ORDER BY 1, a.attnum, 3
        """;

    private static final String COMMENTS = """
        SELECT 'COMMENT ON CONSTRAINT ' || quote_ident(k.conname) || ' ON ' || quote_ident(n.nspname) || '.'
               || quote_ident(c.relname) || ' IS ' || quote_literal(d.description)
        FROM pg_description d
        JOIN pg_constraint k ON k.oid = d.objoid AND d.classoid = 'pg_constraint'::regclass
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE
        """ + Source.OF_USERS + """
        UNION ALL
        SELECT 'COMMENT ON INDEX ' || quote_ident(n.nspname) || '.' || quote_ident(c.relname) || ' IS '
               || quote_literal(d.description)
        FROM pg_description d
        JOIN pg_class c ON c.oid = d.objoid AND d.classoid = 'pg_class'::regclass AND c.relkind = 'i'
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE d.objsubid = 0 AND
        """ + Source.OF_USERS + """
        ORDER BY 1
        """;

    private static final String STATISTICS = """
        SELECT s.stxrelid, quote_ident(n.nspname) || '.' || quote_ident(s.stxname),
               (SELECT string_agg(CASE k WHEN 'd' THEN 'ndistinct' WHEN 'f' THEN 'dependencies' ELSE 'mcv' END, ', ')
                FROM unnest(s.stxkind) k WHERE k IN ('d', 'f', 'm')),
               pg_get_statisticsobjdef_columns(s.oid)
        FROM pg_statistic_ext s
        JOIN pg_namespace n ON n.oid = s.stxnamespace
        WHERE
        """ + Source.OF_USERS + """
        ORDER BY s.oid
        """;

    private static final String CLUSTERED = """
        SELECT i.indrelid, x.relname
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = x.relnamespace
        WHERE i.indisclustered AND
        """ + Source.OF_USERS + """
        ORDER BY 1
        """;

    private final Source source;
    private final Relations relations;

    Details(Source source, Relations relations) {
        this.source = source;
        this.relations = relations;
    }

    private record Row(
            long relation, String name, Optional<String> first, Optional<String> second, Optional<String> third) {}

    void read() {
        source.query(
                        SETTINGS,
                        row -> new Row(
                                row.getLong(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)),
                                Optional.ofNullable(row.getString(5))))
                .forEach(row -> relations.find(row.relation()).ifPresent(table -> settings(table, row)));
        source.query(
                        PRIVILEGES,
                        row -> new Row(
                                row.getLong(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)),
                                Optional.empty(),
                                Optional.empty()))
                .forEach(row -> relations
                        .find(row.relation())
                        .ifPresent(table -> source.builder().change(table.name(), known -> granted(known, row))));
        source.query(COMMENTS, row -> String.valueOf(row.getString(1))).forEach(source::define);
        source.query(
                        STATISTICS,
                        row -> new Row(
                                row.getLong(1),
                                row.getString(2),
                                Optional.ofNullable(row.getString(3)),
                                Optional.ofNullable(row.getString(4)),
                                Optional.empty()))
                .forEach(row -> relations
                        .find(row.relation())
                        .ifPresent(table -> source.builder()
                                .change(
                                        table.name(),
                                        known -> known.withOption(
                                                Table.STATISTICS + row.name(),
                                                row.first()
                                                                .map(kinds -> "(" + kinds + ") ")
                                                                .orElse("") + "ON "
                                                        + row.second().orElse("")))));
        source.query(
                        CLUSTERED,
                        row -> new Row(
                                row.getLong(1), row.getString(2), Optional.empty(), Optional.empty(), Optional.empty()))
                .forEach(row -> relations
                        .find(row.relation())
                        .ifPresent(table -> source.define("ALTER TABLE ONLY " + table.sql() + " CLUSTER ON "
                                + source.dialect().quote(row.name()))));
    }

    private void settings(Relation table, Row row) {
        String column = source.dialect().quote(row.name());
        String alter = "ALTER TABLE ONLY " + table.sql() + " ALTER COLUMN " + column + " SET ";
        row.first().ifPresent(target -> source.define(alter + "STATISTICS " + target));
        row.second().ifPresent(options -> source.define(alter + "(" + options + ")"));
        row.third()
                .ifPresent(text -> source.define("COMMENT ON COLUMN " + table.sql() + "." + column + " IS "
                        + source.dialect().literal(text)));
    }

    private Table granted(Table table, Row row) {
        Identifier name = new Identifier(row.name());
        ColumnAttribute grant = new Setting(new Option("GRANT", row.first().map(source.dialect()::expression)));
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals(name) ? with(column, grant) : column)
                .toList());
    }

    private static Column with(Column column, ColumnAttribute grant) {
        return column.withAttributes(
                Stream.concat(column.attributes().stream(), Stream.of(grant)).toList());
    }
}
