package dev.godwit.mysql.effect;

import dev.godwit.core.catalog.Table;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A character set with its collation, lower case. */
record Charset(String name, String collation) {
    static final Charset NONE = new Charset("", "");
    static final Charset BINARY = new Charset("binary", "binary");

    // What servers and databases are set up with today.
    private static final String USUAL = "utf8mb4";
    private static final String SET = "CHARACTER SET ";

    /** Returns that of a column where it has one of its own. */
    static Optional<Charset> of(String typeWord, TypeName type, List<ColumnAttribute> attributes, ServerFacts server) {
        Optional<String> collation = attributes.stream()
                .filter(ColumnAttribute.Collated.class::isInstance)
                .map(attribute -> ((ColumnAttribute.Collated) attribute)
                        .collation()
                        .last()
                        .name())
                .findFirst()
                .or(() -> modifier(type, "COLLATE "));
        Optional<String> name = modifier(type, SET).or(() -> modifier(type, "CHARSET "));
        if (name.isEmpty() && (typeWord.startsWith("NCHAR") || typeWord.startsWith("N"))) {
            name = Optional.of("utf8mb3");
        }
        return of(name, collation, server);
    }

    private static Optional<String> modifier(TypeName type, String start) {
        return type.modifiers().stream()
                .filter(modifier -> modifier.regionMatches(true, 0, start, 0, start.length()))
                .map(modifier -> bare(modifier.substring(start.length())))
                .findFirst();
    }

    /** Returns the default of a table. */
    static Charset of(Optional<Table> table, ServerFacts server) {
        Optional<String> name = option(table, "CHARACTER SET").or(() -> option(table, "CHARSET"));
        return of(name, option(table, "COLLATE"), server).orElseGet(() -> new Charset(USUAL, server.collation(USUAL)));
    }

    /** Returns the default that a table has when the actions are done. */
    static Charset of(Optional<Table> table, List<AlterAction> actions, ServerFacts server) {
        return of(
                        option(actions, "CHARACTER SET").or(() -> option(actions, "CHARSET")),
                        option(actions, "COLLATE"),
                        server)
                .orElseGet(() -> of(table, server));
    }

    private static Optional<String> option(List<AlterAction> actions, String option) {
        return actions.stream()
                .filter(TableAction.SetOption.class::isInstance)
                .map(action -> ((TableAction.SetOption) action).option())
                .filter(set -> set.name().equals(option) || set.name().equals("DEFAULT " + option))
                .flatMap(set -> set.value().stream())
                .map(value -> bare(value.text()))
                .findFirst();
    }

    private static Optional<String> option(Optional<Table> table, String option) {
        return table.map(known -> known.options().get(option))
                .or(() -> table.map(known -> known.options().get("DEFAULT " + option)))
                .map(Charset::bare);
    }

    /** Returns what the two words mean, as far as one is said. */
    static Optional<Charset> of(Optional<String> name, Optional<String> collation, ServerFacts server) {
        if (collation.isPresent()) {
            String said = normal(bare(collation.get()));
            int end = said.indexOf('_');
            String own = end < 0 ? said : said.substring(0, end);
            // MariaDB's short names hold for any character set.
            boolean isShort = own.equals("uca1400");
            String set = isShort ? normal(name.map(Charset::bare).orElse(USUAL)) : own;
            return Optional.of(new Charset(set, isShort ? set + "_" + said : said));
        }
        return name.map(said -> normal(bare(said))).map(said -> new Charset(said, server.collation(said)));
    }

    private static String normal(String name) {
        return name.equals("utf8") || name.startsWith("utf8_") ? "utf8mb3" + name.substring(4) : name;
    }

    private static String bare(String word) {
        String text = word.strip();
        if (text.startsWith("=")) {
            text = text.substring(1).strip();
        }
        boolean quoted = text.length() > 1 && "'\"`".indexOf(text.charAt(0)) >= 0;
        return (quoted ? text.substring(1, text.length() - 1) : text).toLowerCase(Locale.ROOT);
    }

    int bytesPerCharacter() {
        return switch (name) {
            case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> 4;
            case "utf8mb3", "ujis", "eucjpms" -> 3;
            case "ucs2", "gbk", "gb2312", "big5", "sjis", "cp932", "euckr" -> 2;
            default -> 1;
        };
    }
}
