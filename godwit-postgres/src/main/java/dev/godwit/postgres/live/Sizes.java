package dev.godwit.postgres.live;

import dev.godwit.core.catalog.Measures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how large and how busy tables are. */
final class Sizes {
    /** The planner's estimate is as of the last VACUUM or ANALYZE, the counters' as of the last crash: the larger is nearer. */
    private static final String SIZES = """
        SELECT c.oid, greatest(c.reltuples::bigint, s.n_live_tup, 0), pg_table_size(c.oid),
               pg_indexes_size(c.oid), coalesce(s.n_tup_ins + s.n_tup_upd + s.n_tup_del, 0),
               coalesce(s.seq_scan, 0) + coalesce(s.idx_scan, 0)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_stat_all_tables s ON s.relid = c.oid
        WHERE c.relkind IN ('r', 'm') AND
        """ + Source.OF_USERS + """
        """;

    private final Source source;
    private final Relations relations;

    Sizes(Source source, Relations relations) {
        this.source = source;
        this.relations = relations;
    }

    private record Row(long relation, Measures measures) {}

    void measure() {
        Map<Long, Measures> sizes = new HashMap<>();
        source.query(
                        SIZES,
                        row -> new Row(
                                row.getLong(1),
                                new Measures(
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getLong(5),
                                        row.getLong(6))))
                .forEach(row -> sizes.put(row.relation(), row.measures()));
        for (Relation relation : relations.all()) {
            measures(relation, sizes).ifPresent(measures -> {
                source.builder().change(relation.name(), table -> table.with(measures));
                source.builder()
                        .view(relation.name())
                        .map(view -> view.with(measures))
                        .ifPresent(source.builder()::put);
            });
        }
    }

    private Optional<Measures> measures(Relation relation, Map<Long, Measures> sizes) {
        return relation.kind().equals("p")
                ? Optional.of(sum(relation.id(), sizes))
                : Optional.ofNullable(sizes.get(relation.id()));
    }

    private Measures sum(long parent, Map<Long, Measures> sizes) {
        List<Measures> parts = relations.children(parent).stream()
                .map(child -> sizes.containsKey(child) ? sizes.get(child) : sum(child, sizes))
                .toList();
        return parts.stream()
                .reduce(
                        new Measures(0, 0, 0, 0, 0),
                        (one, other) -> new Measures(
                                one.rows() + other.rows(),
                                one.bytes() + other.bytes(),
                                one.indexBytes() + other.indexBytes(),
                                one.writes() + other.writes(),
                                one.reads() + other.reads()));
    }
}
