package dev.godwit.it.parser;

import dev.godwit.it.parser.Judged.JudgedAction;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Truncate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what Godwit's own tree holds in the words of {@link Judged}. */
final class GodwitReading {
    private final GodwitTypes types;
    private final GodwitActions actions;

    GodwitReading(GodwitTypes types) {
        this.types = types;
        this.actions = new GodwitActions(types);
    }

    /** Returns what was read; empty where nothing was. */
    Optional<Judged> of(Statement statement) {
        return switch (statement) {
            case Statement.Unparsed unparsed -> Optional.empty();
            case Definition definition -> Optional.of(definition(definition));
            case Statement.CreateIndex create -> Optional.of(createIndex(create));
            case Statement.DropIndex drop -> Optional.of(dropIndex(drop));
            case Statement.AddEnumValue add ->
                Optional.of(judged(
                        "ALTER", "TYPE", List.of(add.type()), List.of(new JudgedAction("ADD VALUE", add.value(), ""))));
            case Statement.Reindex reindex ->
                Optional.of(judged(
                        "REINDEX", reindex.target(), reindex.name().stream().toList(), List.of()));
            case Statement.TransactionControl control ->
                Optional.of(new Judged(control.verb().name().replace('_', ' '), "", List.of(), List.of()));
            case Statement.SessionSetting setting -> Optional.of(setting(setting));
            case Statement.CopyFromStdin copy -> Optional.of(judged("COPY", "", List.of(copy.table()), List.of()));
            // MariaDB's grammar takes the settings for a prefix of the statement that they hold for.
            case Statement.CodeBlock block ->
                block.language().equals("set statement")
                        ? of(block.statements().getFirst())
                        : Optional.of(new Judged("DO", "", List.of(), List.of()));
            case Statement.Dml dml -> Optional.of(dml(dml));
            case Statement.Maintenance maintenance -> Optional.of(maintenance(maintenance));
        };
    }

    private static Judged judged(String verb, String kind, List<QualifiedName> names, List<JudgedAction> actions) {
        return new Judged(
                verb, kind, names.stream().map(QualifiedName::toString).toList(), actions);
    }

    private static Judged createIndex(Statement.CreateIndex create) {
        List<QualifiedName> names =
                Stream.concat(create.name().stream(), Stream.of(create.table())).toList();
        return judged("CREATE", "INDEX", names, List.of());
    }

    // An index that belongs to a table is named behind it.
    private Judged dropIndex(Statement.DropIndex drop) {
        List<String> names = drop.names().stream()
                .flatMap(name -> types.ofMysql() ? behindTable(name) : Stream.of(name.toString()))
                .toList();
        return new Judged("DROP", "INDEX", names, List.of());
    }

    private static Stream<String> behindTable(QualifiedName name) {
        List<Identifier> table = name.parts().subList(0, name.parts().size() - 1);
        return Stream.of(name.last().name(), new QualifiedName(table).toString());
    }

    // The judges call every query SELECT.
    private static Judged dml(Statement.Dml dml) {
        return switch (dml.verb()) {
            case "WITH", "TABLE", "VALUES", "SELECT" -> new Judged("SELECT", "", List.of(), List.of());
            default -> judged(dml.verb(), "", dml.target().stream().toList(), List.of());
        };
    }

    // A statement about the session that is no SET has its verb for a name.
    private static Judged setting(Statement.SessionSetting setting) {
        return switch (setting.name()) {
            case "prepare", "deallocate", "discard", "load", "use" ->
                new Judged(setting.name().toUpperCase(Locale.ROOT), "", List.of(), List.of());
            case "listen", "unlisten" ->
                new Judged(
                        setting.name().toUpperCase(Locale.ROOT),
                        "",
                        setting.value().filter(channel -> !channel.equals("*")).stream()
                                .toList(),
                        List.of());
            default -> new Judged("SET", "", List.of(setting.name()), List.of());
        };
    }

    private static Judged maintenance(Statement.Maintenance maintenance) {
        boolean refresh = maintenance.verb().startsWith("REFRESH");
        return judged(
                refresh ? "REFRESH" : maintenance.verb(),
                refresh ? "MATERIALIZED VIEW" : "",
                maintenance.names(),
                List.of());
    }

    private Judged definition(Definition definition) {
        if (definition instanceof Privileges roles && roles.kind().equals("ROLE")) {
            return new Judged(roles.verb(), roles.kind(), roles.privileges(), List.of());
        }
        if (definition.kind().equals("USER MAPPING")) {
            List<String> users = definition.names().stream()
                    .map(user -> user.toString().equals("user") ? "current_user" : user.toString())
                    .toList();
            return new Judged(definition.verb(), definition.kind(), users, List.of());
        }
        return judged(definition.verb(), kind(definition.kind()), definition.names(), actions(definition));
    }

    // PostgreSQL knows users and groups as roles only, MySQL a schema as a database.
    private String kind(String kind) {
        return switch (kind) {
            case "USER", "GROUP" -> types.ofMysql() ? kind : "ROLE";
            case "SCHEMA" -> types.ofMysql() ? "DATABASE" : kind;
            default -> kind;
        };
    }

    private List<JudgedAction> actions(Definition definition) {
        return switch (definition) {
            case AlterTable alter ->
                alter.actions().stream().map(actions::action).toList();
            case CreateTable create -> elements(create);
            case CreateType create ->
                create.form() instanceof CreateType.Form.Composite composite
                        ? composite.attributes().stream().map(this::column).toList()
                        : List.of();
            case CreateDomain create -> List.of(new JudgedAction("COLUMN", "", types.spelled(create.type())));
            case AlterType alter ->
                alter.actions().stream().map(actions::attribute).toList();
            case AlterDomain alter -> List.of(actions.domain(alter.action()));
            case AlterObject alter -> GodwitActions.object(alter);
            case CreateView create ->
                create.columns().stream()
                        .map(column -> new JudgedAction("COLUMN", column.name(), ""))
                        .toList();
            case CreateSequence other -> List.of();
            case CreateRoutine other -> List.of();
            case CreateTrigger other -> List.of();
            case CreatePolicy other -> List.of();
            case DropObject other -> List.of();
            case RenameTables other -> List.of();
            case Truncate other -> List.of();
            case CommentOn other -> List.of();
            case Privileges other -> List.of();
            case PublicationTables other -> List.of();
            case OtherDefinition other -> List.of();
        };
    }

    private List<JudgedAction> elements(CreateTable create) {
        return create.elements().stream().map(this::element).toList();
    }

    private JudgedAction element(Element element) {
        return switch (element) {
            case Element.Column column -> column(column.definition());
            case Element.TableConstraint table -> GodwitActions.constraint("", table.constraint());
            case Element.Index index -> GodwitActions.index("", index.index());
            case Element.Like like -> new JudgedAction("LIKE", like.source().toString(), "");
            case Element.Other other -> {
                String word = other.text().tokens().getFirst().text().toUpperCase(Locale.ROOT);
                yield new JudgedAction(word, "", "");
            }
        };
    }

    private JudgedAction column(ColumnDefinition column) {
        return new JudgedAction(
                "COLUMN",
                column.name().name(),
                column.type().map(types::spelled).orElse(""));
    }
}
