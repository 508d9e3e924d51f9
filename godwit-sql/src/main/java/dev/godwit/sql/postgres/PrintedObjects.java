package dev.godwit.sql.postgres;

import static dev.godwit.sql.postgres.PostgresText.after;
import static dev.godwit.sql.postgres.PostgresText.joined;
import static dev.godwit.sql.postgres.PostgresText.literal;
import static dev.godwit.sql.postgres.PostgresText.name;
import static dev.godwit.sql.postgres.PrintedActions.behavior;
import static dev.godwit.sql.postgres.PrintedTables.guard;

import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.PublicationTables.Member;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Reindex;
import dev.godwit.sql.Truncate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes indexes, views, sequences, publications, and what is done alike to objects of every kind. */
final class PrintedObjects {
    private PrintedObjects() {}

    static String createIndex(CreateIndex index) {
        StringBuilder text = new StringBuilder("CREATE ")
                .append(index.isUnique() ? "UNIQUE INDEX" : "INDEX")
                .append(concurrently(index.concurrency()))
                .append(guard(index.guard()));
        index.name().ifPresent(name -> text.append(' ').append(name(name)));
        text.append(" ON")
                .append(PrintedActions.only(index.scope()))
                .append(' ')
                .append(name(index.table()));
        index.method().ifPresent(method -> text.append(" USING ").append(name(method)));
        text.append(" (")
                .append(joined(index.elements(), ", ", PrintedObjects::element))
                .append(')')
                .append(PrintedConstraints.include(index.include()))
                .append(PrintedConstraints.nulls(index.nulls()))
                .append(settingsAndTablespace(index.options()))
                .append(after(" WHERE ", index.where()));
        return text.toString();
    }

    private static String concurrently(Concurrency concurrency) {
        return switch (concurrency) {
            case PLAIN -> "";
            case CONCURRENTLY -> " CONCURRENTLY";
        };
    }

    private static String element(IndexElement element) {
        String what = element.column().map(PostgresText::name).orElseGet(() -> after("(", element.expression()) + ")");
        return what
                + element.collation()
                        .map(collation -> " COLLATE " + name(collation))
                        .orElse("")
                + after(" ", element.operatorClass())
                + joined(element.order(), "", word -> " " + word);
    }

    private static String settingsAndTablespace(List<Option> options) {
        StringBuilder text = new StringBuilder();
        List<Option> settings = new ArrayList<>(options);
        settings.removeIf(option -> option.name().equals("TABLESPACE"));
        if (!settings.isEmpty()) {
            text.append(" WITH ").append(PostgresText.settings(settings));
        }
        options.stream()
                .filter(option -> option.name().equals("TABLESPACE"))
                .forEach(option -> text.append(' ').append(PostgresText.words(option)));
        return text.toString();
    }

    static String dropIndex(DropIndex drop) {
        return "DROP INDEX" + concurrently(drop.concurrency()) + guard(drop.guard()) + " "
                + PostgresText.names(drop.names()) + behavior(drop.behavior());
    }

    static String reindex(Reindex reindex) {
        String options =
                reindex.options().isEmpty() ? "" : " (" + joined(reindex.options(), ", ", PostgresText::words) + ")";
        return "REINDEX" + options + " " + reindex.target() + concurrently(reindex.concurrency())
                + reindex.name().map(name -> " " + name(name)).orElse("");
    }

    static String createView(CreateView view) {
        boolean materialized = view.kind().equals("MATERIALIZED VIEW");
        StringBuilder text = new StringBuilder("CREATE ")
                .append(view.replace() == Replacement.OR_REPLACE ? "OR REPLACE " : "")
                .append(PrintedTables.persistence(view.persistence()))
                .append(joined(view.modifiers(), "", modifier -> PostgresText.words(modifier) + " "))
                .append(view.kind())
                .append(guard(view.guard()))
                .append(' ')
                .append(name(view.name()));
        if (!view.columns().isEmpty()) {
            text.append(' ').append(PostgresText.columns(view.columns()));
        }
        if (materialized) {
            view.options().stream()
                    .filter(option -> option.name().equals("USING"))
                    .forEach(option -> text.append(' ').append(PostgresText.words(option)));
            text.append(settingsAndTablespace(view.options().stream()
                    .filter(option -> !option.name().equals("USING"))
                    .toList()));
        } else if (!view.options().isEmpty()) {
            text.append(" WITH ").append(PostgresText.settings(view.options()));
        }
        text.append(" AS ").append(view.query().text());
        view.tail().stream()
                .filter(words -> words.startsWith("WITH"))
                .forEach(words -> text.append(' ').append(words));
        return text.toString();
    }

    static String createSequence(CreateSequence sequence) {
        return "CREATE " + PrintedTables.persistence(sequence.persistence()) + "SEQUENCE" + guard(sequence.guard())
                + " " + name(sequence.name())
                + joined(sequence.options(), "", option -> " " + PostgresText.words(option));
    }

    static String publication(PublicationTables publication) {
        StringBuilder text =
                new StringBuilder(publication.verb()).append(" PUBLICATION ").append(name(publication.name()));
        boolean create = publication.action().equals("CREATE");
        List<String> parts = parts(publication);
        if (!create) {
            text.append(' ').append(publication.action());
        } else if (!parts.isEmpty()) {
            text.append(" FOR");
        }
        if (!parts.isEmpty()) {
            text.append(' ').append(String.join(", ", parts));
        }
        return text.append(after(" ", publication.rest())).toString();
    }

    private static List<String> parts(PublicationTables publication) {
        List<String> parts = new ArrayList<>(2);
        if (!publication.tables().isEmpty()) {
            parts.add("TABLE " + joined(publication.tables(), ", ", PrintedObjects::member));
        }
        if (!publication.schemas().isEmpty()) {
            parts.add("TABLES IN SCHEMA " + joined(publication.schemas(), ", ", PostgresText::schema));
        } else {
            publication.scope().ifPresent(parts::add);
        }
        return parts;
    }

    private static String member(Member member) {
        String only = member.scope() == AlterTable.Scope.ONLY ? "ONLY " : "";
        String columns = member.columns().isEmpty() ? "" : " " + PostgresText.columns(member.columns());
        String where = member.where()
                .map(condition -> " WHERE (" + condition.text() + ")")
                .orElse("");
        return only + name(member.table()) + columns + where;
    }

    static String truncate(Truncate truncate) {
        String tables = joined(
                truncate.tables(), ", ", table -> (truncate.only().contains(table) ? "ONLY " : "") + name(table));
        return "TRUNCATE TABLE " + tables + joined(truncate.options(), "", option -> " " + option)
                + behavior(truncate.behavior());
    }

    static String alterObject(AlterObject alter) {
        String what = "ALTER " + alter.kind() + " " + object(alter.kind(), alter.name()) + on(alter.table());
        Identifier value = alter.value().orElse(new Identifier(""));
        return what
                + after(" ", alter.rest())
                + switch (alter.change()) {
                    case RENAME_TO -> " RENAME TO " + object(alter.kind(), new QualifiedName(List.of(value)));
                    case SET_SCHEMA -> " SET SCHEMA " + name(value);
                    case OWNER_TO -> " OWNER TO " + PostgresText.role(value);
                    case OTHER -> "";
                };
    }

    private static String on(Optional<QualifiedName> table) {
        return table.map(name -> " ON " + name(name)).orElse("");
    }

    private static String object(String kind, QualifiedName name) {
        return switch (kind) {
            case "OPERATOR" -> PostgresText.operator(name);
            case "LARGE OBJECT" -> name.toString();
            case "ROLE", "USER", "GROUP", "OWNED" -> PostgresText.role(name.last());
            case "TYPE", "DOMAIN" -> PostgresText.typeName(name);
            default -> name(name);
        };
    }

    static String dropObject(DropObject drop) {
        String objects = drop.rest()
                .map(list -> list.text())
                .orElseGet(() -> joined(drop.objects(), ", ", name -> object(drop.kind(), name)) + on(drop.table()));
        String by = drop.kind().equals("OWNED") ? " BY" : "";
        return "DROP " + drop.kind() + by + guard(drop.guard()) + " " + objects + behavior(drop.behavior());
    }

    static String comment(CommentOn comment) {
        String table = comment.table()
                .map(name -> " ON" + after(" ", comment.rest()) + " " + name(name))
                .orElseGet(() -> after(" ", comment.rest()));
        return "COMMENT ON " + comment.kind() + " " + object(comment.kind(), comment.name()) + table + " IS "
                + comment.text().map(text -> literal(text)).orElse("NULL");
    }
}
