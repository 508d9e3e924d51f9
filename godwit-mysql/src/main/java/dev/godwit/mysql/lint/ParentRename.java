package dev.godwit.mysql.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction.RenameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds tables that others refer to and that another table takes the place of. */
final class ParentRename implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-foreign-key-parent-rename",
                    Category.COMPATIBILITY,
                    "Foreign keys follow the renamed table, not its successor")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    private static final SourceSpan NOWHERE = new SourceSpan(0, 0);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(RenameTables.class, RenameTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return renamings(statement)
                .filter(renaming -> !statement.isNew(renaming.from()))
                .filter(renaming -> hasSuccessor(statement, renaming.from()))
                .flatMap(renaming -> found(statement, renaming).stream());
    }

    private static Stream<RenameTables.Renaming> renamings(StatementContext statement) {
        return switch (statement.statement()) {
            case RenameTables rename -> rename.renamings().stream();
            case AlterTable alter ->
                alter.actions(RenameTable.class).map(rename -> new RenameTables.Renaming(alter.table(), rename.to()));
            case Statement other -> Stream.empty();
        };
    }

    private static boolean hasSuccessor(StatementContext statement, QualifiedName name) {
        return statement.file().statements().stream()
                .filter(other -> other.index() >= statement.index())
                .anyMatch(other ->
                        renamings(other).anyMatch(renaming -> renaming.to().equals(name))
                                || (other.statement() instanceof CreateTable create
                                        && create.name().equals(name)));
    }

    private static Optional<Found> found(StatementContext statement, RenameTables.Renaming renaming) {
        QualifiedName parent = statement.before().resolve(renaming.from());
        List<Table> children = statement
                .before()
                .referencing(parent)
                .filter(table -> !table.name().equals(parent))
                .toList();
        if (children.isEmpty()) {
            return Optional.empty();
        }
        String names = children.stream().map(child -> child.name().toString()).collect(Collectors.joining(", "));
        List<String> way = new ArrayList<>(List.of("-- behind the exchange, while both tables hold the same rows:"));
        children.forEach(child -> keys(child, parent).forEach(key -> way.add(statement.sql(pointed(child, key)))));
        return Optional.of(Found.at(
                        statement,
                        "the foreign keys of " + names + " point to " + renaming.to() + " from now on: the new "
                                + parent + " is not guarded by them, and rows that are in it only are refused")
                .about(parent)
                .because("the server renames the table in the foreign keys of others as well, also with"
                        + " foreign_key_checks = 0")
                .instead(way));
    }

    private static Stream<TableConstraint> keys(Table child, QualifiedName parent) {
        return child.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ForeignKey key
                        && key.references().table().equals(parent));
    }

    private static AlterTable pointed(Table child, TableConstraint constraint) {
        ForeignKey old = (ForeignKey) constraint.rule();
        References to = old.references();
        ForeignKey key = new ForeignKey(
                old.columns(),
                new References(to.table(), to.columns(), to.match(), to.onDelete(), to.onUpdate()),
                Optional.empty());
        return new AlterTable(
                NOWHERE,
                "TABLE",
                Guard.NONE,
                Scope.WITH_CHILDREN,
                child.name(),
                List.of(),
                List.of(
                        new DropConstraint(
                                DropConstraint.Kind.FOREIGN_KEY, constraint.name(), Guard.NONE, Behavior.UNSAID),
                        new AddConstraint(
                                new Constraint(NOWHERE, Optional.empty(), key, Constraint.Checking.PLAIN),
                                Guard.NONE)));
    }
}
