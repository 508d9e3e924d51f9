package dev.godwit.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What MySQL and MariaDB have in common. */
final class MySqlFamily {
    static final String FIRST_DATABASE = "godwit";

    private MySqlFamily() {}

    /** Returns the start of every command: no configuration file of the machine is read, and root may run it. */
    static List<String> command(Path program, Path home, Path data) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + data,
                "--lc-messages-dir=" + home.resolve("share"),
                "--character-sets-dir=" + home.resolve("share/charsets")));
        if (User.isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    static List<String> options(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getValue().isEmpty()
                        ? "--" + setting.getKey()
                        : "--" + setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    static List<String> addresses(Product.Launch launch) {
        Path folder = launch.log().toAbsolutePath().getParent();
        return List.of(
                "--bind-address=127.0.0.1",
                "--port=" + launch.port(),
                "--socket=" + folder + "/socket",
                "--pid-file=" + folder + "/pid");
    }

    /** Returns the statements that make the user and the first database; root goes, since it has no password. */
    static List<String> accounts(String authentication, String password) {
        return List.of(
                "CREATE USER %s@'%%' IDENTIFIED %s '%s';".formatted(Product.USER, authentication, password),
                "GRANT ALL ON *.* TO %s@'%%' WITH GRANT OPTION;".formatted(Product.USER),
                "CREATE DATABASE %s;".formatted(FIRST_DATABASE));
    }

    static boolean ready(Product.Launch launch) throws IOException {
        return Files.readString(launch.log(), StandardCharsets.ISO_8859_1).contains(": ready for connections");
    }

    /** The one driver speaks to both; without TLS, since a server that makes its own certificate starts seconds later. */
    static String jdbcUrl(String address, String password) {
        return "jdbc:mariadb://%s?user=%s&password=%s&sslMode=disable".formatted(address, Product.USER, password);
    }
}
