package dev.godwit.embedded;

import java.util.List;

/** Keeps the user's own database settings and language out of the programs that are started here. */
final class Environment {
    private static final List<String> FOREIGN = List.of("PG", "MYSQL", "MARIADB", "LC_", "LANG", "LD_PRELOAD");

    private Environment() {}

    static ProcessBuilder clean(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
