package dev.godwit.it.parser;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what MySQL and MariaDB say of users and privileges; hosts are left out of names. */
final class MysqlAccounts {
    private MysqlAccounts() {}

    /** Reads one in MySQL's tree. */
    static Judged mysql(GrammarNode statement) {
        String verb = statement.words().getFirst();
        if (!verb.equals("GRANT") && !verb.equals("REVOKE")) {
            return new Judged(verb, "USER", users(statement, "user"), List.of());
        }
        Optional<GrammarNode> object = statement.child("grantIdentifier");
        if (object.isEmpty()) {
            List<String> roles = users(statement, "roleOrPrivilege");
            return new Judged(verb, roles.isEmpty() ? "GLOBAL" : "ROLE", roles, List.of());
        }
        String kind = statement.child("aclType").map(GrammarNode::phrase).orElseGet(() -> reach(object.get()));
        return new Judged(verb, kind, withoutStars(object.get()), List.of());
    }

    /** Reads one in MariaDB's tree. */
    static Judged mariadb(GrammarNode statement) {
        String verb = statement.words().getFirst();
        if (!verb.equals("GRANT") && !verb.equals("REVOKE")) {
            return new Judged(verb, "USER", users(statement, "userName"), List.of());
        }
        Optional<GrammarNode> object = statement.child("privilegeLevel");
        if (object.isEmpty()) {
            List<String> roles = statement.children().stream()
                    .takeWhile(child -> !child.text().equalsIgnoreCase("TO")
                            && !child.text().equalsIgnoreCase("FROM"))
                    .filter(child -> child.is("userName") || child.is("uid"))
                    .map(MysqlAccounts::account)
                    .toList();
            return new Judged(verb, roles.isEmpty() ? "GLOBAL" : "ROLE", roles, List.of());
        }
        List<String> words = statement.words();
        String kind = Stream.of("FUNCTION", "PROCEDURE", "PACKAGE")
                .filter(words::contains)
                .findFirst()
                .orElseGet(() -> reach(object.get()));
        return new Judged(verb, kind, withoutStars(object.get()), List.of());
    }

    /** Returns the accounts below that were read by that rule. */
    static List<String> users(GrammarNode statement, String rule) {
        List<GrammarNode> found = statement.below(rule).toList();
        return found.stream().map(MysqlAccounts::account).toList();
    }

    private static String account(GrammarNode user) {
        GrammarNode node = user;
        while (node.children().size() == 1 && !node.children().getFirst().rule().isEmpty()) {
            node = node.children().getFirst();
        }
        if (node.words().contains("CURRENT_USER")) {
            return "CURRENT_USER";
        }
        return node.children().size() > 1 && !node.children().getFirst().rule().isEmpty()
                ? node.children().getFirst().name()
                : node.name();
    }

    private static String reach(GrammarNode object) {
        String name = object.name();
        return name.equals("*.*") ? "GLOBAL" : name.endsWith("*") ? "DATABASE" : "TABLE";
    }

    // db.* is said of the database.
    private static List<String> withoutStars(GrammarNode object) {
        String name = object.name().replaceFirst("\\.?\\*$", "");
        return name.isEmpty() || name.equals("*") ? List.of() : List.of(name);
    }
}
