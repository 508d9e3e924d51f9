package dev.godwit.postgres.live;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Policy;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads constraints, indexes, triggers and policies. */
final class Rules {
    private static final String CONSTRAINTS = """
        SELECT k.conrelid, k.conname, pg_get_constraintdef(k.oid)
        FROM pg_constraint k
        JOIN pg_namespace n ON n.oid = k.connamespace
        WHERE k.contype IN ('c', 'p', 'u', 'f', 'x') AND k.conrelid <> 0 AND
        """ + Source.OF_USERS + """
        ORDER BY k.conrelid, k.contype = 'f', k.oid
        """;

    private static final String INDEXES = """
        SELECT i.indrelid, x.relname, i.indisvalid, i.indisreplident,
               CASE WHEN k.oid IS NULL THEN pg_get_indexdef(i.indexrelid) END
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = x.relnamespace
        LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
        WHERE
        """ + Source.OF_USERS + """
        ORDER BY i.indexrelid
        """;

    private static final String TRIGGERS = """
        SELECT t.tgrelid, pg_get_triggerdef(t.oid)
        FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND
        """ + Source.OF_USERS + """
        ORDER BY t.oid
        """;

    private static final String POLICIES = """
        SELECT p.polrelid, p.polname, coalesce(pg_get_expr(p.polqual, p.polrelid), '') || ' '
               || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
        FROM pg_policy p
        JOIN pg_class c ON c.oid = p.polrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE
        """ + Source.OF_USERS + """
        ORDER BY p.oid
        """;

    private static final String STATISTICS = """
        SELECT pg_get_statisticsobjdef(s.oid)
        FROM pg_statistic_ext s
        JOIN pg_namespace n ON n.oid = s.stxnamespace
        WHERE
        """ + Source.OF_USERS + """
        ORDER BY s.oid
        """;

    private record IndexRow(
            long relation, Identifier name, boolean valid, boolean replicaIdentity, Optional<String> definition) {}

    private record Text(long relation, String name, String definition) {}

    private final Source source;
    private final Relations relations;
    private final List<IndexRow> indexes = new ArrayList<>();

    Rules(Source source, Relations relations) {
        this.source = source;
        this.relations = relations;
    }

    void constraints() {
        source.query(CONSTRAINTS, row -> new Text(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(rule -> relations
                        .find(rule.relation())
                        .ifPresent(table -> source.define("ALTER TABLE ONLY " + table.sql() + " ADD CONSTRAINT "
                                + source.dialect().quote(rule.name()) + " " + rule.definition())));
    }

    void indexes() {
        indexes.addAll(source.query(
                INDEXES,
                row -> new IndexRow(
                        row.getLong(1),
                        new Identifier(row.getString(2)),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        Optional.ofNullable(row.getString(5)))));
        define(Relation::isTable);
        Set<Long> changed = new HashSet<>();
        indexes.forEach(index -> changed.add(index.relation()));
        for (long id : changed) {
            relations
                    .find(id)
                    .filter(Relation::isTable)
                    .ifPresent(table -> source.builder()
                            .change(table.name(), known -> known.withIndexes(judged(id, known.indexes()))));
        }
        indexes.stream()
                .filter(IndexRow::replicaIdentity)
                .forEach(index -> relations
                        .find(index.relation())
                        .ifPresent(table ->
                                source.define("ALTER TABLE ONLY " + table.sql() + " REPLICA IDENTITY USING INDEX "
                                        + source.dialect().quote(index.name().name()))));
    }

    /** Reads the indexes of materialized views, when these are there. */
    void viewIndexes() {
        define(Relation::isView);
        for (Relation view : relations.all()) {
            if (view.isView()) {
                source.builder()
                        .view(view.name())
                        .map(known -> known.withIndexes(judged(view.id(), known.indexes())))
                        .ifPresent(source.builder()::put);
            }
        }
    }

    private void define(java.util.function.Predicate<Relation> wanted) {
        for (IndexRow index : indexes) {
            if (relations.find(index.relation()).filter(wanted).isPresent()) {
                index.definition().ifPresent(source::define);
            }
        }
    }

    private List<Index> judged(long relation, List<Index> known) {
        Set<Identifier> invalid = indexes.stream()
                .filter(index -> index.relation() == relation && !index.valid())
                .map(IndexRow::name)
                .collect(Collectors.toSet());
        return known.stream().map(index -> judged(index, invalid)).toList();
    }

    // the server writes out the usual method, which hardly anybody does
    private static Index judged(Index index, Set<Identifier> invalid) {
        Index.Validity validity =
                index.name().filter(invalid::contains).isPresent() ? Index.Validity.INVALID : Index.Validity.VALID;
        return new Index(
                index.name(),
                index.kind(),
                index.method().filter(method -> !method.name().equals("btree")),
                index.elements(),
                index.include(),
                index.where(),
                validity,
                index.nulls(),
                index.options());
    }

    void triggers() {
        source.query(TRIGGERS, row -> row.getString(2)).forEach(source::define);
    }

    void statistics() {
        source.query(STATISTICS, row -> row.getString(1)).forEach(source::define);
    }

    void policies() {
        source.query(POLICIES, row -> new Text(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(policy -> relations
                        .find(policy.relation())
                        .ifPresent(table -> source.builder().change(table.name(), known -> with(known, policy))));
    }

    private Table with(Table table, Text policy) {
        Expression conditions = source.dialect().expression(policy.definition());
        Policy read =
                new Policy(new Identifier(policy.name()), conditions.names().collect(Collectors.toSet()));
        return table.withPolicies(
                Stream.concat(table.policies().stream(), Stream.of(read)).toList());
    }
}
