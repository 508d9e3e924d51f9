package dev.godwit.sql.sqlite;

import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import java.util.List;
import java.util.stream.Collectors;

/** Writes statements as SQL; what the tree holds in outline only is copied from the source. */
final class SqlitePrinter {
    private final SqlSource source;

    SqlitePrinter(SqlSource source) {
        this.source = source;
    }

    String print(Statement statement) {
        return switch (statement) {
            case CreateIndex index -> index(index);
            case DropIndex drop -> "DROP INDEX " + guard(drop.guard()) + names(drop.names());
            case CreateTable table -> TablePrinter.create(table);
            case AlterTable alter -> TablePrinter.alter(alter);
            case CreateView view -> view(view);
            case CreateTrigger trigger -> trigger(trigger);
            case DropObject drop -> "DROP " + drop.kind() + " " + guard(drop.guard()) + names(drop.objects());
            case Definition other -> copy(other);
            case Statement.TransactionControl other -> copy(other);
            case Statement.SessionSetting other -> copy(other);
            case Statement.Reindex other -> copy(other);
            case Statement.AddEnumValue other -> copy(other);
            case Statement.CopyFromStdin other -> copy(other);
            case Statement.CodeBlock other -> copy(other);
            case Statement.Dml other -> copy(other);
            case Statement.Maintenance other -> copy(other);
            case Statement.Unparsed other -> copy(other);
        };
    }

    private String copy(Statement statement) {
        return source.text(statement.span());
    }

    static String guard(Guard guard) {
        return switch (guard) {
            case NONE -> "";
            case IF_EXISTS -> "IF EXISTS ";
            case IF_NOT_EXISTS -> "IF NOT EXISTS ";
        };
    }

    static String name(Identifier name) {
        return SqliteText.name(name.name());
    }

    static String name(QualifiedName name) {
        return name.parts().stream().map(SqlitePrinter::name).collect(Collectors.joining("."));
    }

    private static String names(List<QualifiedName> names) {
        return names.stream().map(SqlitePrinter::name).collect(Collectors.joining(", "));
    }

    static String list(List<Identifier> names) {
        return names.stream().map(SqlitePrinter::name).collect(Collectors.joining(", ", "(", ")"));
    }

    static String temporary(Persistence persistence) {
        return persistence == Persistence.TEMPORARY ? "TEMPORARY " : "";
    }

    private static String index(CreateIndex index) {
        String unique = index.isUnique() ? "UNIQUE " : "";
        String name = index.name().map(SqlitePrinter::name).orElse("");
        String where = index.where()
                .map(condition -> " WHERE " + SqliteText.of(condition))
                .orElse("");
        return "CREATE " + unique + "INDEX " + guard(index.guard()) + name + " ON " + name(index.table()) + " "
                + TablePrinter.elements(index.elements()) + where;
    }

    private static String view(CreateView view) {
        String columns = view.columns().isEmpty() ? "" : " " + list(view.columns());
        return "CREATE " + temporary(view.persistence()) + "VIEW " + guard(view.guard()) + name(view.name()) + columns
                + " AS " + SqliteText.of(view.query());
    }

    private String trigger(CreateTrigger trigger) {
        String columns = trigger.columns().isEmpty()
                ? ""
                : trigger.columns().stream().map(SqlitePrinter::name).collect(Collectors.joining(", ", " OF ", ""));
        String level = trigger.level().map(word -> " FOR EACH " + word).orElse("");
        return "CREATE TRIGGER " + guard(trigger.guard()) + name(trigger.name()) + " " + trigger.timing() + " "
                + String.join(" ", trigger.events()) + columns + " ON " + name(trigger.table()) + level + " "
                + source.text(trigger.rest());
    }
}
