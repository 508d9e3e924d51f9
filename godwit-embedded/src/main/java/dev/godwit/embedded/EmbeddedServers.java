package dev.godwit.embedded;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The servers that {@link EmbeddedServer#start} knows how to start. */
public final class EmbeddedServers {
    private static final List<Integer> POSTGRES_MAJORS = List.of(14, 15, 16, 17, 18);

    private EmbeddedServers() {}

    /**
     * Returns PostgreSQL of a major version, 14 to 18, in the newest minor release that is known here.
     *
     * @throws IllegalArgumentException for any other version
     */
    public static ServerSpec postgres(int major) {
        String release = switch (major) {
            case 14 -> "14.24";
            case 15 -> "15.19";
            case 16 -> "16.15";
            case 17 -> "17.11";
            case 18 -> "18.6";
            default ->
                throw new IllegalArgumentException(
                        "cannot start PostgreSQL \"%d\": only 14 to 18 are known. Choose one of these."
                                .formatted(major));
        };
        return new ServerSpec(ServerKind.POSTGRES, release, Map.of());
    }

    /** Returns MySQL 8.0. */
    public static ServerSpec mysql() {
        return new ServerSpec(ServerKind.MYSQL, "8.0.33", Map.of());
    }

    /** Returns MariaDB 11.4. */
    public static ServerSpec mariadb() {
        return new ServerSpec(ServerKind.MARIADB, "11.4.5", Map.of());
    }

    /** Returns every server, oldest PostgreSQL first, for a test that is to hold on all of them. */
    public static List<ServerSpec> all() {
        return Stream.concat(POSTGRES_MAJORS.stream().map(EmbeddedServers::postgres), Stream.of(mysql(), mariadb()))
                .toList();
    }
}
