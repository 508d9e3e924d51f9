package dev.godwit.mysql.live;

import dev.godwit.core.catalog.Routine;
import dev.godwit.core.catalog.View;
import dev.godwit.sql.Expression;
import dev.godwit.sql.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads views, triggers and routines. */
final class Others {
    private record ViewRow(String name, String query, String columns) {}

    private final Source source;

    Others(Source source) {
        this.source = source;
    }

    void define() {
        String database = source.session()
                .first("SELECT DATABASE()", row -> String.valueOf(row.getString(1)))
                .orElse("");
        views(database);
        source.session().query("""
            SELECT trigger_name, action_timing, event_manipulation, event_object_table
            FROM information_schema.triggers
            WHERE trigger_schema = DATABASE()
            ORDER BY event_object_table, action_order
            """, this::trigger).forEach(source.builder()::define);
        source.session().query("""
            SELECT routine_name, routine_type, is_deterministic, coalesce(routine_definition, '')
            FROM information_schema.routines
            WHERE routine_schema = DATABASE() AND routine_type IN ('FUNCTION', 'PROCEDURE')
            """, this::routine).forEach(source.builder()::put);
    }

    private void views(String database) {
        List<ViewRow> views = source.session()
                .query(
                        """
                        SELECT v.table_name, v.view_definition,
                               (SELECT group_concat(concat('`', replace(c.column_name, '`', '``'), '`')
                                                    ORDER BY c.ordinal_position SEPARATOR ', ')
                                FROM information_schema.columns c
                                WHERE c.table_schema = v.table_schema AND c.table_name = v.table_name)
                        FROM information_schema.views v
                        WHERE v.table_schema = DATABASE()
                        ORDER BY v.table_name
                        """,
                        row -> new ViewRow(
                                row.getString(1), String.valueOf(row.getString(2)), String.valueOf(row.getString(3))));
        for (ViewRow row : views) {
            source.builder()
                    .define("CREATE VIEW " + source.quote(row.name()) + " (" + row.columns() + ") AS " + row.query());
            source.builder()
                    .view(Source.name(row.name()))
                    .map(view -> local(view, database))
                    .ifPresent(source.builder()::put);
        }
    }

    // the server writes out the database of each table
    private static View local(View view, String database) {
        Set<QualifiedName> reads = view.reads().stream()
                .map(read -> read.parts().size() == 2
                                && read.parts().getFirst().name().equals(database)
                        ? new QualifiedName(List.of(read.last()))
                        : read)
                .collect(Collectors.toSet());
        return view.withReads(reads);
    }

    private String trigger(ResultSet row) throws SQLException {
        return "CREATE TRIGGER " + source.quote(row.getString(1)) + " " + row.getString(2) + " " + row.getString(3)
                + " ON " + source.quote(row.getString(4)) + " FOR EACH ROW SET @godwit = 1";
    }

    private Routine routine(ResultSet row) throws SQLException {
        Expression body = source.dialect().expression(String.valueOf(row.getString(4)));
        return new Routine(
                Source.name(row.getString(1)),
                String.valueOf(row.getString(2)).toUpperCase(Locale.ROOT),
                "YES".equals(row.getString(3)) ? "IMMUTABLE" : "VOLATILE",
                body.names().collect(Collectors.toSet()));
    }
}
