package dev.godwit.mysql.live;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.CatalogBuilder;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.CatalogReader;

/** Reads the database of the session. What {@code information_schema} tells is put together as SQL and read as a migration would be. */
public final class MysqlCatalogReader implements CatalogReader {
    private final Conventions conventions;

    /** Makes one. */
    public MysqlCatalogReader(Conventions conventions) {
        this.conventions = conventions;
    }

    @Override
    public Catalog read(Session session) {
        CatalogBuilder builder = new CatalogBuilder(conventions);
        Source source = new Source(session, conventions.dialect(), builder, server(session));
        Tables tables = new Tables(source);
        tables.define();
        new ForeignKeys(source).define();
        new Others(source).define();
        new Sizes(source).measure();
        builder.unread()
                .forEach(text -> System.getLogger(MysqlCatalogReader.class.getName())
                        .log(System.Logger.Level.WARNING, () -> "cannot read a definition of the database: " + text));
        return builder.build();
    }

    private static Source.Server server(Session session) {
        String version =
                session.first("SELECT VERSION()", row -> row.getString(1)).orElse("");
        return version.contains("MariaDB") ? Source.Server.MARIADB : Source.Server.MYSQL;
    }
}
