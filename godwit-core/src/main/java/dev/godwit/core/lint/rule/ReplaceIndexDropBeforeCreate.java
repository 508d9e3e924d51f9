package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds indexes that are dropped before what takes their place is there. */
final class ReplaceIndexDropBeforeCreate implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
            "replace-index-drop-before-create",
            Category.LOCK,
            "Between the drop and the build no index serves the queries");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(DropIndex.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof DropIndex drop)) {
            return Stream.empty();
        }
        return drop.names().stream()
                .flatMap(name -> statement.before().tableOfIndex(name).stream()
                        .flatMap(table -> table.index(name.last()).stream()
                                .flatMap(index -> successor(statement, table, index).stream())
                                .map(next -> found(statement, drop, name, table, next))));
    }

    private static Optional<StatementContext> successor(StatementContext statement, Table table, Index dropped) {
        return statement.file().statements().stream()
                .filter(other -> other.index() > statement.index())
                .filter(other -> other.statement() instanceof CreateIndex create
                        && other.before().resolve(create.table()).equals(table.name())
                        && leading(create.elements()).isPresent()
                        && leading(create.elements()).equals(leading(dropped.elements())))
                .findFirst();
    }

    private static Optional<Identifier> leading(List<IndexElement> elements) {
        return elements.isEmpty() ? Optional.empty() : elements.getFirst().column();
    }

    private static Found found(
            StatementContext statement, DropIndex drop, QualifiedName name, Table table, StatementContext next) {
        return Found.at(
                        statement,
                        "queries that used " + name + " read all of " + table.name() + " until the next one is built")
                .weighing(table.name())
                .about(name)
                .because("its successor on the same column is built further down in this file")
                .instead(way(statement, drop, name, table, next));
    }

    // MySQL and MariaDB exchange the one for the other in one statement, also under the same name.
    private static List<String> way(
            StatementContext statement, DropIndex drop, QualifiedName name, Table table, StatementContext next) {
        CreateIndex create = (CreateIndex) next.statement();
        if (!Products.isMysqlFamily(statement) || create.isUnique()) {
            return List.of(next.text() + ";", statement.sql(drop));
        }
        TableIndex index = new TableIndex(
                create.span(),
                create.kind(),
                create.name().map(QualifiedName::last),
                create.method(),
                create.elements(),
                List.of());
        return List.of(statement.sql(new AlterTable(
                drop.span(),
                "TABLE",
                Guard.NONE,
                AlterTable.Scope.WITH_CHILDREN,
                table.name(),
                List.of(),
                List.of(
                        new IndexAction.DropTableIndex(name.last(), Guard.NONE),
                        new IndexAction.AddIndex(index, Guard.NONE)))));
    }
}
