package dev.godwit.formats;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.MigrationCollector;
import dev.godwit.core.migration.MigrationSource.Recognition;
import java.util.List;
import java.util.function.Predicate;

/** Judges a folder by what most of its SQL files look like, so that one odd file is reported rather than believed. */
final class Majority {
    private Majority() {}

    /** Judges by names alone. */
    static Recognition of(FolderListing listing, Predicate<String> fits) {
        List<String> sql =
                listing.files().stream().filter(MigrationCollector::isSql).toList();
        return judge(sql.stream().filter(fits).count(), sql.size());
    }

    /** Judges by what stands in a few of the files. */
    static Recognition ofContents(FolderListing listing, Predicate<String> fits) {
        List<String> sample = FolderListing.sample(
                listing.files().stream().filter(MigrationCollector::isSql).toList());
        return judge(sample.stream().filter(fits).count(), sample.size());
    }

    private static Recognition judge(long fitting, long all) {
        if (fitting == 0) {
            return Recognition.NO;
        }
        return fitting * 2 > all ? Recognition.CERTAIN : Recognition.POSSIBLE;
    }
}
