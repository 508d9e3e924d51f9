package dev.godwit.it.effects;

import dev.godwit.embedded.EmbeddedServers;
import dev.godwit.embedded.ServerSpec;
import java.util.List;
import java.util.Locale;

/** The two products of the family. */
enum MysqlProduct {
    MYSQL("INNODB_TABLES", "INNODB_INDEXES"),
    MARIADB("INNODB_SYS_TABLES", "INNODB_SYS_INDEXES");

    private final String tablesView;
    private final String indexesView;

    MysqlProduct(String tablesView, String indexesView) {
        this.tablesView = tablesView;
        this.indexesView = indexesView;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    ServerSpec server() {
        return switch (this) {
            case MYSQL -> EmbeddedServers.mysql();
            case MARIADB -> EmbeddedServers.mariadb();
        };
    }

    /** Returns what ALGORITHM may be, best first. */
    List<String> algorithms() {
        return switch (this) {
            case MYSQL -> List.of("INSTANT", "INPLACE", "COPY");
            case MARIADB -> List.of("INSTANT", "NOCOPY", "INPLACE", "COPY");
        };
    }

    /** Returns the LOCK clauses to try with an algorithm, weakest first; MySQL takes none but DEFAULT with INSTANT. */
    List<String> locks(String algorithm) {
        return this == MYSQL && algorithm.equals("INSTANT")
                ? List.of("DEFAULT")
                : List.of("NONE", "SHARED", "EXCLUSIVE", "DEFAULT");
    }

    String tablesView() {
        return "information_schema." + tablesView;
    }

    String indexesView() {
        return "information_schema." + indexesView;
    }
}
