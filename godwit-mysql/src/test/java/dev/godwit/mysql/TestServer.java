package dev.godwit.mysql;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.embedded.EmbeddedServers;
import dev.godwit.embedded.ServerSpec;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.Optional;

/** The real servers that the tests share, with a database of their own. */
enum TestServer {
    MYSQL,
    MARIADB;

    FamilyEngine engine() {
        return switch (this) {
            case MYSQL -> new MysqlEngine();
            case MARIADB -> new MariadbEngine();
        };
    }

    private ServerSpec spec() {
        return switch (this) {
            case MYSQL -> EmbeddedServers.mysql();
            case MARIADB -> EmbeddedServers.mariadb();
        };
    }

    DatabaseUrl url(String database) {
        return DatabaseUrl.parse(EmbeddedServer.shared(spec()).url(database));
    }

    Session connect(String database) {
        return engine().connector().connect(url(database), "godwit test");
    }

    Session connectAs(String user, String password, String database) {
        return engine().connector()
                .connect(url(database).withLogin(Optional.of(user), Optional.of(password)), "godwit test");
    }

    /** Makes the database anew, empty, and connects to it. */
    Session fresh(String database) {
        try (Session session = connect("mysql")) {
            session.execute("DROP DATABASE IF EXISTS " + database);
            session.execute("CREATE DATABASE " + database);
        }
        return connect(database);
    }

    Statement statement(String sql) {
        SqlSource source = SqlSource.of("test.sql", sql);
        return engine().dialect().statement(source, source.whole());
    }
}
