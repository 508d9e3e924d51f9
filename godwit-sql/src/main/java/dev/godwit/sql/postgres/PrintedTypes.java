package dev.godwit.sql.postgres;

import static dev.godwit.sql.postgres.PostgresText.joined;
import static dev.godwit.sql.postgres.PostgresText.literal;
import static dev.godwit.sql.postgres.PostgresText.name;
import static dev.godwit.sql.postgres.PrintedActions.behavior;
import static dev.godwit.sql.postgres.PrintedTables.guard;

import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.AddEnumValue;
import java.util.Optional;

/** Writes types and domains. */
final class PrintedTypes {
    private PrintedTypes() {}

    static String createType(CreateType type) {
        return "CREATE TYPE " + name(type.name())
                + switch (type.form()) {
                    case CreateType.Form.Enumeration form ->
                        " AS ENUM (" + joined(form.labels(), ", ", PostgresText::literal) + ")";
                    case CreateType.Form.Composite form ->
                        " AS (" + joined(form.attributes(), ", ", PrintedTables::column) + ")";
                    case CreateType.Form.Range form -> " AS RANGE " + PostgresText.settings(form.options());
                    case CreateType.Form.Base form ->
                        form.options().isEmpty() ? "" : " " + PostgresText.settings(form.options());
                };
    }

    static String addValue(AddEnumValue add) {
        String place = add.place().map(word -> " " + word + " ").orElse("")
                + add.neighbour().map(value -> literal(value)).orElse("");
        return "ALTER TYPE " + name(add.type()) + " ADD VALUE" + guard(add.guard()) + " " + literal(add.value())
                + place;
    }

    static String alterType(AlterType alter) {
        return "ALTER TYPE " + name(alter.name()) + " " + joined(alter.actions(), ", ", PrintedTypes::action);
    }

    private static String action(AlterType.Action action) {
        return switch (action) {
            case AlterType.Action.RenameValue rename ->
                "RENAME VALUE " + literal(rename.from()) + " TO " + literal(rename.to());
            case AlterType.Action.AddAttribute add ->
                "ADD ATTRIBUTE " + PrintedTables.column(add.attribute()) + behavior(add.behavior());
            case AlterType.Action.DropAttribute drop ->
                "DROP ATTRIBUTE" + guard(drop.guard()) + " " + name(drop.attribute()) + behavior(drop.behavior());
            case AlterType.Action.ChangeAttribute change ->
                "ALTER ATTRIBUTE " + name(change.attribute()) + " TYPE " + PostgresText.type(change.type())
                        + collation(change.collation()) + behavior(change.behavior());
            case AlterType.Action.RenameAttribute rename ->
                "RENAME ATTRIBUTE " + name(rename.from()) + " TO " + name(rename.to()) + behavior(rename.behavior());
            case AlterType.Action.SetProperties set -> "SET " + PostgresText.settings(set.options());
        };
    }

    private static String collation(Optional<QualifiedName> collation) {
        return collation.map(name -> " COLLATE " + name(name)).orElse("");
    }

    static String createDomain(CreateDomain domain) {
        return "CREATE DOMAIN " + name(domain.name()) + " AS " + PostgresText.type(domain.type())
                + PrintedTables.attributes(domain.attributes());
    }

    static String alterDomain(AlterDomain alter) {
        return "ALTER DOMAIN " + name(alter.name()) + " "
                + switch (alter.action()) {
                    case AlterDomain.Action.SetDefault set ->
                        "SET DEFAULT " + set.value().text();
                    case AlterDomain.Action.DropDefault drop -> "DROP DEFAULT";
                    case AlterDomain.Action.SetNotNull set -> "SET NOT NULL";
                    case AlterDomain.Action.DropNotNull drop -> "DROP NOT NULL";
                    case AlterDomain.Action.AddConstraint add -> "ADD " + PrintedConstraints.ofColumn(add.constraint());
                    case AlterDomain.Action.DropConstraint drop ->
                        "DROP CONSTRAINT" + guard(drop.guard()) + " " + name(drop.constraint())
                                + behavior(drop.behavior());
                    case AlterDomain.Action.ValidateConstraint validate ->
                        "VALIDATE CONSTRAINT " + name(validate.constraint());
                    case AlterDomain.Action.RenameConstraint rename ->
                        "RENAME CONSTRAINT " + name(rename.from()) + " TO " + name(rename.to());
                };
    }
}
