package dev.godwit.core.lint.rule;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FolderContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds sequences of 32 bits that have used up more than half of their numbers. */
final class Int4SequenceExhaustion implements Rule {
    private static final long LIMIT = Integer.MAX_VALUE;
    private static final RuleInfo INFO = RuleInfo.error(
                    "int4-sequence-exhaustion",
                    Category.DATA_LOSS,
                    "A 32-bit key has used up more than half of its numbers")
            .on("postgres");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FolderContext folder) {
        return folder.live().stream()
                .flatMap(catalog -> catalog.tables().stream()
                        .flatMap(table -> table.columns().stream()
                                .filter(column -> column.type()
                                        .filter(type -> TypeKinds.of(type).equals("integer"))
                                        .isPresent())
                                .flatMap(column -> used(catalog, table, column).stream()
                                        .filter(last -> last > LIMIT / 2)
                                        .map(last -> found(table, column, last)))));
    }

    private static Optional<Long> used(Catalog catalog, Table table, Column column) {
        QualifiedName name = new QualifiedName(Stream.concat(
                        table.name().parts().stream().limit(table.name().parts().size() - 1L),
                        Stream.of(new Identifier(
                                table.name().last().name() + "_" + column.name().name() + "_seq")))
                .toList());
        return catalog.sequence(name).flatMap(sequence -> sequence.lastValue());
    }

    private static Found found(Table table, Column column, long last) {
        return Found.overall(table.name() + "." + column.name() + " stands at " + last + " of " + LIMIT + " ("
                        + last * 100 / LIMIT + " %): behind that each INSERT fails")
                .about(table.name())
                .because("it is an integer of 32 bits, and to widen it writes the whole table anew, as well as every"
                        + " column that points to it")
                .instead(List.of("-- plan the change to bigint now, while there is time for it"));
    }
}
