package dev.godwit.sql.sqlite;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Deferral;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.TypeName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes CREATE TABLE and ALTER TABLE. */
final class TablePrinter {
    private TablePrinter() {}

    static String create(CreateTable table) {
        String head = "CREATE " + SqlitePrinter.temporary(table.persistence()) + table.kind() + " "
                + SqlitePrinter.guard(table.guard()) + SqlitePrinter.name(table.name());
        if (table.query().isPresent()) {
            return head + " AS " + SqliteText.of(table.query().get());
        }
        String elements = table.elements().isEmpty()
                ? ""
                : table.elements().stream()
                        .flatMap(element -> element(element).stream())
                        .collect(Collectors.joining(", ", " (", ")"));
        String options = table.options().stream().map(TablePrinter::option).collect(Collectors.joining(", "));
        return head + elements + (options.isEmpty() ? "" : " " + options);
    }

    private static String option(Option option) {
        return option.name()
                + option.value().map(value -> " " + SqliteText.of(value)).orElse("");
    }

    private static List<String> element(Element element) {
        return switch (element) {
            case Element.Column column -> List.of(column(column.definition()));
            case Element.TableConstraint constraint -> List.of(constraint(constraint.constraint(), Place.TABLE));
            case Element.Index other -> List.of();
            case Element.Like other -> List.of();
            case Element.Other other -> List.of(SqliteText.of(other.text()));
        };
    }

    private enum Place {
        TABLE,
        COLUMN
    }

    static String column(ColumnDefinition column) {
        return Stream.of(
                        Stream.of(SqlitePrinter.name(column.name())),
                        column.type().map(TablePrinter::type).stream(),
                        column.attributes().stream().map(TablePrinter::attribute))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    private static String type(TypeName type) {
        String name = type.name().toString();
        boolean plain = Arrays.stream(name.split(" ", -1))
                .allMatch(word ->
                        word.matches("[A-Za-z_][A-Za-z0-9_]*") && SqliteWords.isPlain(word.toUpperCase(Locale.ROOT)));
        String arguments = type.arguments().isEmpty() ? "" : "(" + String.join(", ", type.arguments()) + ")";
        return (plain ? name : '"' + name.replace("\"", "\"\"") + '"') + arguments;
    }

    private static String attribute(ColumnAttribute attribute) {
        return switch (attribute) {
            case ColumnAttribute.Constrained constrained -> constraint(constrained.constraint(), Place.COLUMN);
            case ColumnAttribute.Nullable nullable -> "NULL";
            case ColumnAttribute.Default value -> "DEFAULT " + SqliteText.of(value.value());
            case ColumnAttribute.Generated generated ->
                "GENERATED ALWAYS AS (" + SqliteText.of(generated.value()) + ")"
                        + switch (generated.storing()) {
                            case UNSAID -> "";
                            case VIRTUAL -> " VIRTUAL";
                            case STORED -> " STORED";
                        };
            case ColumnAttribute.AutoIncrement auto -> "AUTOINCREMENT";
            case ColumnAttribute.Collated collated -> "COLLATE " + SqlitePrinter.name(collated.collation());
            case ColumnAttribute.Setting setting -> option(setting.option());
            case ColumnAttribute.Identity other -> "";
            case ColumnAttribute.Commented other -> "";
            case ColumnAttribute.OnUpdate other -> "";
        };
    }

    private static String constraint(Constraint constraint, Place place) {
        String name = constraint
                .name()
                .map(said -> "CONSTRAINT " + SqlitePrinter.name(said) + " ")
                .orElse("");
        Deferral deferral = constraint.checking().deferral();
        String deferred = deferral == Deferral.UNSAID ? "" : " " + SqliteText.deferral(deferral);
        return name + rule(constraint.rule(), place) + deferred + conflict(constraint.checking());
    }

    private static String conflict(Constraint.Checking checking) {
        return checking.conflict().map(action -> " ON CONFLICT " + action).orElse("");
    }

    private static String rule(ConstraintRule rule, Place place) {
        return switch (rule) {
            case PrimaryKey primary -> "PRIMARY KEY" + key(primary.key(), place);
            case Unique unique -> "UNIQUE" + key(unique.key(), place);
            case NotNull notNull -> "NOT NULL";
            case Check check -> "CHECK (" + SqliteText.of(check.condition()) + ")";
            case ForeignKey foreign ->
                (place == Place.TABLE ? "FOREIGN KEY " + SqlitePrinter.list(foreign.columns()) + " " : "")
                        + references(foreign.references());
            case Exclude other -> "";
        };
    }

    private static String key(ConstraintRule.Key key, Place place) {
        if (place == Place.TABLE) {
            String elements = elements(key.elements());
            return " "
                    + (key.options().isEmpty()
                            ? elements
                            : elements.substring(0, elements.length() - 1) + " AUTOINCREMENT)");
        }
        return key.elements().stream()
                .flatMap(element -> element.order().stream())
                .map(order -> " " + order)
                .collect(Collectors.joining());
    }

    static String elements(List<IndexElement> elements) {
        return elements.stream().map(TablePrinter::element).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String element(IndexElement element) {
        String value = element.column()
                .map(SqlitePrinter::name)
                .orElseGet(() -> element.expression()
                        .map(expression -> "(" + SqliteText.of(expression) + ")")
                        .orElse(""));
        String collation = element.collation()
                .map(name -> " COLLATE " + SqlitePrinter.name(name))
                .orElse("");
        return value
                + collation
                + element.order().stream().map(word -> " " + word).collect(Collectors.joining());
    }

    private static String references(References references) {
        String columns = references.columns().isEmpty() ? "" : " " + SqlitePrinter.list(references.columns());
        return "REFERENCES " + SqlitePrinter.name(references.table()) + columns
                + references.onDelete().map(action -> " ON DELETE " + action).orElse("")
                + references.onUpdate().map(action -> " ON UPDATE " + action).orElse("")
                + references
                        .match()
                        .map(match -> " MATCH " + SqliteText.name(match))
                        .orElse("");
    }

    static String alter(AlterTable alter) {
        return "ALTER TABLE " + SqlitePrinter.name(alter.table()) + " "
                + alter.actions().stream().map(TablePrinter::action).collect(Collectors.joining(", "));
    }

    private static String action(AlterAction action) {
        return switch (action) {
            case ColumnAction column -> column(column);
            case ConstraintAction constraint -> constraint(constraint);
            case TableAction.RenameTable rename -> "RENAME TO " + SqlitePrinter.name(rename.to());
            case TableAction other -> unknown(other);
            case IndexAction other -> unknown(other);
            case PartitionAction other -> unknown(other);
        };
    }

    private static String column(ColumnAction action) {
        return switch (action) {
            case ColumnAction.AddColumn add -> "ADD COLUMN " + column(add.definition());
            case ColumnAction.DropColumn drop -> "DROP COLUMN " + SqlitePrinter.name(drop.column());
            case ColumnAction.RenameColumn rename ->
                "RENAME COLUMN " + SqlitePrinter.name(rename.column()) + " TO " + SqlitePrinter.name(rename.to());
            case ColumnAction.SetNotNull set ->
                "ALTER COLUMN " + SqlitePrinter.name(set.column()) + " SET NOT NULL"
                        + set.conflict().map(said -> " ON CONFLICT " + said).orElse("");
            case ColumnAction.DropNotNull drop ->
                "ALTER COLUMN " + SqlitePrinter.name(drop.column()) + " DROP NOT NULL";
            case ColumnAction other -> unknown(other);
        };
    }

    private static String constraint(ConstraintAction action) {
        return switch (action) {
            case ConstraintAction.AddConstraint add -> "ADD " + constraint(add.constraint(), Place.TABLE);
            case ConstraintAction.DropConstraint drop ->
                "DROP CONSTRAINT " + drop.name().map(SqlitePrinter::name).orElse("");
            case ConstraintAction other -> unknown(other);
        };
    }

    // a statement that is made by hand of what SQLite has not
    private static String unknown(AlterAction action) {
        throw new IllegalArgumentException("SQLite has no " + action.getClass().getSimpleName());
    }
}
