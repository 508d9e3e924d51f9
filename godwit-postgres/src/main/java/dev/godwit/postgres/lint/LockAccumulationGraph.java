package dev.godwit.postgres.lint;

import dev.godwit.core.effect.TableLock;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.FolderContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.QualifiedName;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds transactions of two files that lock the same tables in opposite order. */
final class LockAccumulationGraph implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "lock-accumulation-graph", Category.LOCK, "Two migrations lock the same tables in opposite order")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private record Edge(QualifiedName first, QualifiedName second) {
        Edge reversed() {
            return new Edge(second, first);
        }
    }

    @Override
    public Stream<Found> check(FolderContext folder) {
        Map<Edge, StatementContext> seen = new HashMap<>();
        Stream.Builder<Found> found = Stream.builder();
        for (FileContext file : folder.files()) {
            Map<Edge, StatementContext> own = edges(file);
            own.entrySet().stream()
                    .filter(edge -> seen.containsKey(edge.getKey().reversed()))
                    .limit(1)
                    .forEach(edge -> found.add(found(
                            edge.getValue(),
                            edge.getKey(),
                            seen.get(edge.getKey().reversed()))));
            own.forEach(seen::putIfAbsent);
        }
        return found.build();
    }

    private static Map<Edge, StatementContext> edges(FileContext file) {
        Map<Edge, StatementContext> edges = new LinkedHashMap<>();
        Set<QualifiedName> held = new LinkedHashSet<>();
        int transaction = -1;
        for (StatementContext statement : file.isDown() ? List.<StatementContext>of() : file.statements()) {
            if (statement.transaction().first() != transaction) {
                transaction = statement.transaction().first();
                held.clear();
            }
            List<QualifiedName> taken = TransactionLocks.strong(statement)
                    .map(TableLock::table)
                    .filter(table -> !held.contains(table))
                    .toList();
            for (QualifiedName first : held) {
                taken.forEach(second -> edges.putIfAbsent(new Edge(first, second), statement));
            }
            held.addAll(taken);
        }
        return edges;
    }

    private static Found found(StatementContext statement, Edge edge, StatementContext other) {
        return Found.at(
                        statement,
                        edge.first() + " is locked before " + edge.second() + " here, and behind it in "
                                + other.file().name()
                                + ": run at the same time, or beside an application that does one of them, they"
                                + " deadlock")
                .about(edge.first())
                .about(edge.second())
                .because("each holds one table and waits for the other, until the server ends one of them")
                .instead(List.of("-- lock the tables in one order everywhere, or each in a transaction of its own"));
    }
}
