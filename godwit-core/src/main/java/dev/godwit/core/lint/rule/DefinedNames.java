package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.TableAction;
import java.util.stream.Stream;

/** Collects the names that a statement gives. */
final class DefinedNames {
    private DefinedNames() {}

    /** Returns the names of what it makes, and those that it gives to what is there. */
    static Stream<Identifier> of(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create ->
                Stream.of(
                                Stream.of(create.name().last()),
                                create.columns().map(ColumnDefinition::name),
                                create.constraints().flatMap(constraint -> constraint.name().stream()))
                        .flatMap(names -> names);
            case CreateIndex index -> index.name().map(QualifiedName::last).stream();
            case AlterTable alter -> alter.actions().stream().flatMap(DefinedNames::of);
            case RenameTables rename ->
                rename.renamings().stream().map(renaming -> renaming.to().last());
            case AlterObject alter when alter.change() == AlterObject.Change.RENAME_TO -> alter.value().stream();
            case Definition create
            when create.verb().equals("CREATE") ->
                create.names().stream().limit(1).map(QualifiedName::last);
            case Statement other -> Stream.empty();
        };
    }

    private static Stream<Identifier> of(AlterAction action) {
        return switch (action) {
            case ColumnAction.AddColumn add ->
                Stream.concat(
                        Stream.of(add.column()),
                        add.definition()
                                .attributes(ColumnAttribute.Constrained.class)
                                .flatMap(constrained -> constrained.constraint().name().stream()));
            case ColumnAction.RenameColumn rename -> Stream.of(rename.to());
            case ColumnAction.ChangeColumn change ->
                Stream.of(change.definition().name());
            case ConstraintAction.AddConstraint add -> add.constraint().name().stream();
            case ConstraintAction.RenameConstraint rename -> Stream.of(rename.to());
            case TableAction.RenameTable rename -> Stream.of(rename.to().last());
            case IndexAction.RenameIndex rename -> Stream.of(rename.to());
            case IndexAction.AddIndex add -> add.index().name().stream();
            case AlterAction other -> Stream.empty();
        };
    }
}
