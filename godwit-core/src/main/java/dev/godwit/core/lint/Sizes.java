package dev.godwit.core.lint;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Weighs findings by what the server says of the tables that they are about. */
final class Sizes {
    /** So few rows are read or written anew within a millisecond or two: a query that waits does not notice. */
    private static final long FEW_ROWS = 1_000;

    private static final long FEW_BYTES = 256 << 10;
    /** So many within some ten milliseconds. */
    private static final long SOME_ROWS = 20_000;

    private static final long SOME_BYTES = 8 << 20;

    private final Optional<Catalog> live;

    Sizes(Optional<Catalog> live) {
        this.live = live;
    }

    /** How much a finding matters. */
    enum Weight {
        /** Not at all. */
        NONE,
        /** It is worth knowing. */
        LITTLE,
        FULL
    }

    Weight of(Found found) {
        return live.map(catalog -> weight(found, catalog)).orElse(Weight.FULL);
    }

    private static Weight weight(Found found, Catalog live) {
        if (concernsNothingOld(found, live)) {
            return Weight.NONE;
        }
        return found.table()
                .flatMap(live::table)
                .flatMap(Table::measures)
                .map(Sizes::weight)
                .orElse(Weight.FULL);
    }

    // What is not in the database yet is made by a migration that has not been run: nobody uses it, and nothing is in
    // it.
    private static boolean concernsNothingOld(Found found, Catalog live) {
        List<QualifiedName> objects = found.table().map(List::of).orElse(found.objects());
        return live.extent() == Catalog.Extent.WHOLE
                && found.at().isPresent()
                && !objects.isEmpty()
                && objects.stream().allMatch(name -> isMadeByAMigration(name, found, live));
    }

    private static boolean isMadeByAMigration(QualifiedName name, Found found, Catalog live) {
        return live.table(name).isEmpty()
                && live.view(name).isEmpty()
                && found.at()
                        .filter(statement -> statement.before().table(name).isPresent())
                        .isPresent();
    }

    private static Weight weight(Measures measures) {
        if (measures.rows() < 0) {
            return Weight.FULL;
        }
        if (measures.rows() < FEW_ROWS || (measures.bytes() > 0 && measures.bytes() < FEW_BYTES)) {
            return Weight.NONE;
        }
        return measures.rows() < SOME_ROWS && measures.bytes() < SOME_BYTES ? Weight.LITTLE : Weight.FULL;
    }
}
