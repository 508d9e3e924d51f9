package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What differs between the database products: their archives, how they are set up, started and stopped. */
sealed interface Product permits Postgres, MySql, MariaDb {
    /** The user that every server has, with every right. */
    String USER = "godwit";

    static Product of(ServerSpec spec) {
        return switch (spec.kind()) {
            case POSTGRES -> new Postgres(spec);
            case MYSQL -> new MySql(spec);
            case MARIADB -> new MariaDb(spec);
        };
    }

    /** Returns the archive with the binaries, or says that there is none for this platform. */
    Artifact archive(Platform platform);

    void unpack(Path archive, Path home) throws IOException;

    /** Makes an empty data folder, which is later copied for each server. */
    void initialize(Path home, Path data, String password) throws IOException;

    List<String> command(Launch launch) throws IOException;

    boolean ready(Launch launch, long pid) throws IOException;

    /** Returns the signal that stops a server cleanly. */
    String stopSignal();

    /** Returns the signal that stops a server at once and leaves no process and no shared memory behind. */
    String discardSignal();

    String firstDatabase();

    String jdbcUrl(String address, String password);

    String url(String address, String credentials);

    /** One start of a server on its own data. */
    record Launch(Path home, Path data, Path log, int port) {}
}
