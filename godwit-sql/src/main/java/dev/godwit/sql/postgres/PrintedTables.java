package dev.godwit.sql.postgres;

import static dev.godwit.sql.postgres.PostgresText.joined;
import static dev.godwit.sql.postgres.PostgresText.name;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;

/** Writes CREATE TABLE and columns. */
final class PrintedTables {
    private PrintedTables() {}

    static String create(CreateTable create) {
        StringBuilder text = new StringBuilder("CREATE ")
                .append(persistence(create.persistence()))
                .append(create.kind())
                .append(guard(create.guard()))
                .append(' ')
                .append(name(create.name()));
        create.ofType().ifPresent(type -> text.append(" OF ").append(PostgresText.typeName(type)));
        create.partitionOf().ifPresent(parent -> text.append(" PARTITION OF ").append(name(parent.parent())));
        boolean bare = create.ofType().isEmpty()
                && create.partitionOf().isEmpty()
                && create.query().isEmpty();
        if (bare || !create.elements().isEmpty()) {
            text.append(" (")
                    .append(joined(create.elements(), ", ", PrintedTables::element))
                    .append(')');
        }
        create.partitionOf()
                .ifPresent(parent -> text.append(' ').append(parent.bound().text()));
        if (!create.inherits().isEmpty()) {
            text.append(" INHERITS (")
                    .append(PostgresText.names(create.inherits()))
                    .append(')');
        }
        create.partitioning().ifPresent(scheme -> text.append(partitioning(scheme)));
        text.append(options(create.options()));
        create.query().ifPresent(query -> text.append(" AS ").append(query.text()));
        create.queryOptions().forEach(option -> text.append(' ').append(option));
        return text.toString();
    }

    static String persistence(Persistence persistence) {
        return switch (persistence) {
            case PERMANENT -> "";
            case TEMPORARY -> "TEMPORARY ";
            case UNLOGGED -> "UNLOGGED ";
        };
    }

    static String guard(Guard guard) {
        return switch (guard) {
            case NONE -> "";
            case IF_EXISTS -> " IF EXISTS";
            case IF_NOT_EXISTS -> " IF NOT EXISTS";
        };
    }

    private static String element(Element element) {
        return switch (element) {
            case Element.Column column -> column(column.definition());
            case Element.TableConstraint constraint -> PrintedConstraints.ofTable(constraint.constraint());
            case Element.Like like ->
                "LIKE " + name(like.source()) + joined(like.options(), "", option -> " " + option);
            case Element.Other other -> other.text().text();
            case Element.Index index -> throw PostgresPrinter.foreign(index);
        };
    }

    static String column(ColumnDefinition column) {
        String type = column.type().map(read -> " " + PostgresText.type(read)).orElse("");
        return name(column.name()) + type + attributes(column.attributes());
    }

    static String attributes(List<ColumnAttribute> attributes) {
        return joined(attributes, "", attribute -> " " + attribute(attribute));
    }

    private static String attribute(ColumnAttribute attribute) {
        return switch (attribute) {
            case ColumnAttribute.Constrained constrained -> PrintedConstraints.ofColumn(constrained.constraint());
            case ColumnAttribute.Nullable nullable -> "NULL";
            case ColumnAttribute.Default value -> "DEFAULT " + value.value().text();
            case ColumnAttribute.Generated generated ->
                "GENERATED ALWAYS AS (" + generated.value().text() + ")" + storing(generated.storing());
            case ColumnAttribute.Identity identity -> identity(identity);
            case ColumnAttribute.Collated collated -> "COLLATE " + name(collated.collation());
            case ColumnAttribute.Setting setting -> setting(setting.option());
            case ColumnAttribute.AutoIncrement other -> throw PostgresPrinter.foreign(other);
            case ColumnAttribute.Commented other -> throw PostgresPrinter.foreign(other);
            case ColumnAttribute.OnUpdate other -> throw PostgresPrinter.foreign(other);
        };
    }

    private static String storing(Storing storing) {
        return switch (storing) {
            case UNSAID -> "";
            case VIRTUAL -> " VIRTUAL";
            case STORED -> " STORED";
        };
    }

    static String identity(ColumnAttribute.Identity identity) {
        String when = switch (identity.when()) {
            case ALWAYS -> "ALWAYS";
            case BY_DEFAULT -> "BY DEFAULT";
        };
        String options =
                identity.options().isEmpty() ? "" : " (" + joined(identity.options(), " ", PostgresText::words) + ")";
        return "GENERATED " + when + " AS IDENTITY" + options;
    }

    private static String setting(Option option) {
        return option.name().equals("OPTIONS") ? foreignOptions(option) : PostgresText.words(option);
    }

    private static String foreignOptions(Option option) {
        return PostgresText.after("OPTIONS (", option.value()) + ")";
    }

    private static String partitioning(PartitionScheme scheme) {
        return " PARTITION BY " + scheme.strategy() + PostgresText.after(" (", scheme.key()) + ")";
    }

    // The storage parameters stand together in parentheses; the rest has words of its own.
    private static String options(List<Option> options) {
        StringBuilder text = new StringBuilder();
        List<Option> settings = new ArrayList<>();
        for (Option option : options) {
            switch (option.name()) {
                case "USING" -> text.append(' ').append(PostgresText.words(option));
                case "TABLESPACE", "ON COMMIT", "SERVER", "WITHOUT OIDS", "OPTIONS" -> {}
                default -> settings.add(option);
            }
        }
        if (!settings.isEmpty()) {
            text.append(" WITH ").append(PostgresText.settings(settings));
        }
        for (Option option : options) {
            switch (option.name()) {
                case "TABLESPACE", "ON COMMIT", "SERVER", "WITHOUT OIDS" ->
                    text.append(' ').append(PostgresText.words(option));
                case "OPTIONS" -> text.append(' ').append(foreignOptions(option));
                default -> {}
            }
        }
        return text.toString();
    }
}
