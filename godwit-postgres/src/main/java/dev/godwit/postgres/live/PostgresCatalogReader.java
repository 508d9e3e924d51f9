package dev.godwit.postgres.live;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.CatalogReader;

/**
 * Reads the catalog of a database. What the server can say as SQL is read as a migration would be; each query is a transaction of its own, so that no
 * lock is held longer than it.
 */
public final class PostgresCatalogReader implements CatalogReader {
    private final Conventions conventions;

    /** Makes one. */
    public PostgresCatalogReader(Conventions conventions) {
        this.conventions = conventions;
    }

    @Override
    public Catalog read(Session session) {
        CatalogBuilder builder = new CatalogBuilder(conventions);
        String path = value(session, "SELECT current_setting('search_path')");
        String found = value(session, "SELECT array_to_string(current_schemas(false), ',')");
        int version = Integer.parseInt(value(session, "SELECT current_setting('server_version_num')"));
        session.first("SELECT set_config('search_path', 'public', false)", row -> row.getString(1));
        try {
            read(new Source(session, conventions.dialect(), builder, version));
        } finally {
            session.first("SELECT set_config('search_path', ?, false)", row -> row.getString(1), path);
        }
        if (!found.equals("public")) {
            builder.setting("search_path", path(session));
        }
        builder.setting("is_superuser", value(session, "SELECT current_setting('is_superuser')"));
        builder.setting("timezone", value(session, "SELECT current_setting('TimeZone')"));
        builder.unread()
                .forEach(text -> System.getLogger(PostgresCatalogReader.class.getName())
                        .log(System.Logger.Level.WARNING, () -> "cannot read a definition of the database: " + text));
        return builder.build();
    }

    private static void read(Source source) {
        new Types(source).read();
        Relations relations = Relations.of(source);
        relations.define(source);
        Rules rules = new Rules(source, relations);
        rules.constraints();
        rules.indexes();
        relations.link(source);
        rules.triggers();
        rules.statistics();
        rules.policies();
        new Details(source, relations).read();
        new Views(source, relations).read();
        rules.viewIndexes();
        new Others(source, relations).read();
        new Sizes(source, relations).measure();
    }

    private static String path(Session session) {
        return value(
                session,
                "SELECT coalesce(string_agg(quote_ident(name), ', ' ORDER BY place), '')"
                        + " FROM unnest(current_schemas(false)) WITH ORDINALITY AS path (name, place)");
    }

    private static String value(Session session, String query) {
        return session.first(query, row -> String.valueOf(row.getString(1))).orElse("");
    }
}
