package dev.godwit.sql.postgres;

import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;

/** Writes names, types and settings as PostgreSQL reads them, with quotes only where they are needed. */
final class PostgresText {
    private PostgresText() {}

    /** Returns the name for where a table or column stands; one that is a keyword of any kind is quoted. */
    static String name(Identifier name) {
        return PostgresWords.plain(name.name()) && simple(name.name())
                ? name.name()
                : '"' + SafeText.checked(name.name()).replace("\"", "\"\"") + '"';
    }

    static String name(QualifiedName name) {
        return joined(name.parts(), ".", PostgresText::name);
    }

    static String names(List<QualifiedName> names) {
        return joined(names, ", ", PostgresText::name);
    }

    /** Returns the names in parentheses. */
    static String columns(List<Identifier> columns) {
        return "(" + joined(columns, ", ", PostgresText::name) + ")";
    }

    /** Returns the role, which may be one of the keywords that stand for one. */
    static String role(Identifier role) {
        return PostgresRoles.keyword(role.name()) ? role.name().toUpperCase(Locale.ROOT) : name(role);
    }

    /** Returns the schema, which may be the current one. */
    static String schema(Identifier schema) {
        return schema.name().equals("current_schema") ? "CURRENT_SCHEMA" : name(schema);
    }

    /** Returns the operator, whose last part is a symbol. */
    static String operator(QualifiedName name) {
        List<Identifier> parts = name.parts();
        StringBuilder text = new StringBuilder();
        for (Identifier part : parts.subList(0, parts.size() - 1)) {
            text.append(name(part)).append('.');
        }
        return text.append(name.last().name()).toString();
    }

    static String type(TypeName type) {
        StringBuilder text = new StringBuilder(type.has("SETOF") ? "SETOF " : "").append(typeName(type.name()));
        boolean interval = type.name().parts().size() == 1 && type.base().equals("interval");
        String arguments =
                type.arguments().isEmpty() ? "" : "(" + joined(type.arguments(), ", ", Function.identity()) + ")";
        text.append(interval ? "" : arguments);
        for (String modifier : type.modifiers()) {
            if (!modifier.equals("SETOF")) {
                text.append(modifier.startsWith("%") ? "" : " ").append(modifier);
            }
        }
        return text.append(interval ? arguments : "")
                .append("[]".repeat(type.dimensions()))
                .toString();
    }

    static String typeName(QualifiedName name) {
        return name.parts().size() == 1 && known(name.last().name())
                ? name.last().name()
                : name(name);
    }

    // The types that the grammar itself knows; quoted they would be other ones.
    private static boolean known(String name) {
        return switch (name) {
            case "bigint",
                    "bit",
                    "bit varying",
                    "boolean",
                    "char",
                    "char varying",
                    "character",
                    "character varying",
                    "dec",
                    "decimal",
                    "double precision",
                    "float",
                    "int",
                    "integer",
                    "interval",
                    "json",
                    "national char",
                    "national char varying",
                    "national character",
                    "national character varying",
                    "nchar",
                    "nchar varying",
                    "numeric",
                    "real",
                    "smallint",
                    "time",
                    "timestamp",
                    "varchar",
                    "\"char\"" -> true;
            default -> false;
        };
    }

    /** Returns the settings in parentheses. */
    static String settings(List<Option> options) {
        return "(" + joined(options, ", ", PostgresText::setting) + ")";
    }

    private static String setting(Option option) {
        String name = joined(
                List.of(option.name().toLowerCase(Locale.ROOT).split("\\.", -1)),
                ".",
                part -> simple(part) ? part : name(new Identifier(part)));
        return option.value().map(value -> name + " = " + value.text()).orElse(name);
    }

    /** Returns the option as its words and its value. */
    static String words(Option option) {
        return option.value().map(value -> option.name() + " " + value.text()).orElse(option.name());
    }

    /** Returns the texts of {@code list} between {@code separator}. */
    static <T> String joined(List<T> list, String separator, Function<? super T, String> text) {
        StringJoiner joined = new StringJoiner(separator);
        list.forEach(element -> joined.add(text.apply(element)));
        return joined.toString();
    }

    /** Returns {@code before} and the text, or nothing where there is none. */
    static String after(String before, Optional<Expression> text) {
        return text.map(expression -> before + expression.text()).orElse("");
    }

    /** Returns the literal that reads as exactly {@code text} whatever standard_conforming_strings is. */
    static String literal(String text) {
        String doubled = SafeText.checked(text).replace("'", "''");
        return doubled.indexOf('\\') < 0 ? "'" + doubled + "'" : "E'" + doubled.replace("\\", "\\\\") + "'";
    }

    private static boolean simple(String name) {
        if (name.isEmpty() || !letter(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!letter(c) && !(c >= '0' && c <= '9') && c != '$') {
                return false;
            }
        }
        return true;
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || c == '_';
    }
}
