package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.UserType;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.WayBack;
import dev.godwit.core.plan.WaysBack;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Takes back what was run as written. */
public final class PostgresWaysBack implements WaysBack {
    private static final Set<String> READS = Set.of("SELECT", "VALUES", "TABLE", "SHOW", "EXPLAIN");

    @Override
    public WayBack of(PlanContext context) {
        return switch (context.statement()) {
            case AlterTable alter -> AlterWaysBack.of(context, alter);
            case dev.godwit.sql.Definition definition -> DefinitionWaysBack.of(context, definition);
            case CreateIndex index -> index(context, index);
            case DropIndex drop ->
                context.effects().losses().isEmpty()
                        ? WayBack.nothing()
                        : Undo.none("index " + drop.names().getFirst() + " is gone");
            case Statement.Reindex reindex -> WayBack.nothing();
            case AddEnumValue add -> value(context, add);
            case Dml dml -> rows(context, dml);
            case Statement.CopyFromStdin copy -> rows(context, copy.table());
            case Statement.Maintenance maintenance -> WayBack.nothing();
            case SessionSetting setting ->
                setting.reach() == SessionSetting.Reach.SERVER
                        ? Undo.none("what the server's setting " + setting.name() + " was is not known")
                        : WayBack.nothing();
            case Statement.TransactionControl control -> WayBack.nothing();
            case Statement.CodeBlock block -> Undo.none("what a block of code did is not known");
            case Statement.Unparsed unparsed -> Undo.none("it is not known what it did: " + unparsed.why());
        };
    }

    private static WayBack index(PlanContext context, CreateIndex create) {
        QualifiedName table = Tables.full(context, create.table());
        List<Index> had = indexes(context.before(), table);
        List<Index> made = indexes(context.before().after(create), table).stream()
                .filter(index -> !had.contains(index))
                .toList();
        Optional<Identifier> name = create.name()
                .map(QualifiedName::last)
                .or(() -> made.stream().flatMap(index -> index.name().stream()).findFirst());
        if (name.isEmpty()) {
            return Undo.none("the name of the index is not known");
        }
        boolean wasThere = had.stream().anyMatch(index -> index.name().equals(name));
        if (create.guard() == Guard.IF_NOT_EXISTS && wasThere) {
            return WayBack.nothing();
        }
        boolean plain = create.concurrency() == Concurrency.PLAIN
                && (Tables.isPartitioned(context, table) || Undo.isYoung(context, table));
        return WayBack.by(context.sql()
                .sql(
                        plain ? "DROP INDEX IF EXISTS {}" : "DROP INDEX CONCURRENTLY IF EXISTS {}",
                        Tables.beside(create.table(), name.get())));
    }

    private static List<Index> indexes(dev.godwit.core.catalog.Catalog catalog, QualifiedName table) {
        return Stream.concat(
                        catalog.table(table).stream().flatMap(known -> known.indexes().stream()),
                        catalog.view(table).stream().flatMap(known -> known.indexes().stream()))
                .toList();
    }

    private static WayBack value(PlanContext context, AddEnumValue add) {
        boolean wasThere = context.before().type(add.type()).stream()
                .anyMatch(type -> type instanceof UserType.Enumeration known
                        && known.labels().contains(add.value()));
        return wasThere
                ? WayBack.nothing()
                : Undo.none("PostgreSQL takes no value out of an enum, and rows may have '" + add.value() + "' by now");
    }

    private static WayBack rows(PlanContext context, Dml dml) {
        if (READS.contains(dml.verb()) && !dml.clauses().contains(Dml.Clause.INTO)) {
            return reads(context) ? WayBack.nothing() : Undo.none("what its functions did is not known");
        }
        return dml.target().map(target -> rows(context, target)).orElseGet(() -> Undo.none("what it did is not known"));
    }

    // pg_dump sets the search path by a function.
    private static boolean reads(PlanContext context) {
        return new PostgresDialect()
                .expression(context.text()).calls().stream()
                        .allMatch(call -> call.equals("set_config") || call.equals("count"));
    }

    private static WayBack rows(PlanContext context, QualifiedName target) {
        return Undo.isYoung(context, target)
                ? WayBack.nothing()
                : Undo.none("which rows of " + target + " it changed, and what they were, is not known");
    }

    /** An index as the catalog knows it, built anew while others work. */
    static String again(PlanContext context, QualifiedName table, Index index) {
        SqlText sql = context.sql();
        return sql.print(
                context.source(),
                new CreateIndex(
                        context.statement().span(),
                        index.isUnique() ? "UNIQUE" : index.kind(),
                        Concurrency.CONCURRENTLY,
                        Guard.IF_NOT_EXISTS,
                        index.name().map(name -> new QualifiedName(List.of(name))),
                        AlterTable.Scope.WITH_CHILDREN,
                        table,
                        index.method(),
                        index.elements(),
                        index.include(),
                        index.nulls(),
                        index.options(),
                        index.where()));
    }
}
