package dev.godwit.it.parser;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Reads the names in PostgreSQL's parse tree, which holds them in some ten shapes. */
final class PostgresNames {
    private PostgresNames() {}

    static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** Joins a list of {@code String} nodes; other nodes of it are left out. */
    static String dotted(JsonNode strings) {
        return String.join(".", parts(strings));
    }

    static List<String> parts(JsonNode strings) {
        return elements(strings)
                .filter(part -> part.has("String"))
                .map(part -> text(part.path("String"), "sval"))
                .toList();
    }

    /** Returns the name of a relation; empty for a missing one. */
    static String relation(JsonNode range) {
        return Stream.of("catalogname", "schemaname", "relname")
                .filter(range::has)
                .map(part -> text(range, part))
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse("");
    }

    static List<String> relations(JsonNode ranges) {
        return elements(ranges).map(range -> relation(range.path("RangeVar"))).toList();
    }

    static String role(JsonNode role) {
        return switch (text(role, "roletype")) {
            case "ROLESPEC_CSTRING" -> text(role, "rolename");
            case "ROLESPEC_PUBLIC" -> "public";
            case "ROLESPEC_CURRENT_ROLE" -> "current_role";
            case "ROLESPEC_CURRENT_USER" -> "current_user";
            case "ROLESPEC_SESSION_USER" -> "session_user";
            default -> "";
        };
    }

    /** Returns the name of any object as ALTER, DROP and COMMENT hold it; a part of a table comes before its table. */
    static List<String> object(String kind, JsonNode object) {
        if (object.has("ObjectWithArgs")) {
            return List.of(dotted(object.path("ObjectWithArgs").path("objname")));
        }
        if (object.has("TypeName")) {
            return List.of(dotted(object.path("TypeName").path("names")));
        }
        if (object.has("RangeVar")) {
            return List.of(relation(object.path("RangeVar")));
        }
        if (object.has("String")) {
            return List.of(text(object.path("String"), "sval"));
        }
        if (object.has("Integer")) {
            return List.of(object.path("Integer").path("ival").asString("0"));
        }
        if (object.has("Float")) {
            return List.of(text(object.path("Float"), "fval"));
        }
        return listed(kind, object.path("List").path("items"));
    }

    private static List<String> listed(String kind, JsonNode items) {
        List<String> parts = parts(items);
        return switch (kind) {
            case "OBJECT_TRIGGER", "OBJECT_RULE", "OBJECT_POLICY", "OBJECT_TABCONSTRAINT" ->
                List.of(parts.getLast(), String.join(".", parts.subList(0, parts.size() - 1)));
            case "OBJECT_DOMCONSTRAINT" ->
                List.of(parts.getLast(), dotted(items.path(0).path("TypeName").path("names")));
            case "OBJECT_OPCLASS", "OBJECT_OPFAMILY" -> List.of(String.join(".", parts.subList(1, parts.size())));
            case "OBJECT_CAST", "OBJECT_TRANSFORM" -> List.of();
            default -> List.of(String.join(".", parts));
        };
    }
}
