package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables whose columns could be stored with fewer bytes in another order. */
final class ColumnAlignment implements Rule {
    private static final int WORTH_SAYING = 8;
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("boolean", 1),
            Map.entry("bool", 1),
            Map.entry("smallint", 2),
            Map.entry("int2", 2),
            Map.entry("integer", 4),
            Map.entry("int", 4),
            Map.entry("int4", 4),
            Map.entry("real", 4),
            Map.entry("float4", 4),
            Map.entry("date", 4),
            Map.entry("serial", 4),
            Map.entry("bigint", 8),
            Map.entry("int8", 8),
            Map.entry("bigserial", 8),
            Map.entry("double precision", 8),
            Map.entry("float8", 8),
            Map.entry("timestamp", 8),
            Map.entry("timestamptz", 8));
    private static final RuleInfo INFO = RuleInfo.info(
                    "column-alignment", Category.STYLE, "Another order of the columns takes fewer bytes a row")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateTable create)) {
            return Stream.empty();
        }
        List<Integer> sizes = create.columns()
                .flatMap(column -> column.type().stream())
                .filter(type -> type.dimensions() == 0 && SIZES.containsKey(type.base()))
                .map(type -> SIZES.getOrDefault(type.base(), 1))
                .toList();
        int saved = bytes(sizes)
                - bytes(sizes.stream().sorted(Comparator.reverseOrder()).toList());
        return saved < WORTH_SAYING
                ? Stream.empty()
                : Stream.of(Found.at(statement, "some " + saved + " bytes of each row are padding")
                        .about(create.name())
                        .because("a number begins at a multiple of its size; the widest first leave no gaps")
                        .instead(List.of(
                                "-- columns of 8 bytes first, then 4, 2 and 1, then those of variable length")));
    }

    private static int bytes(List<Integer> sizes) {
        int end = 0;
        for (int size : sizes) {
            end = (end + size - 1) / size * size + size;
        }
        return end;
    }
}
