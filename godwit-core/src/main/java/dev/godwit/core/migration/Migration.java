package dev.godwit.core.migration;

import java.util.Optional;

/**
 * One change of a database, as a folder holds it.
 *
 * @param id what its tool records
 * @param description for people; may be empty
 * @param file the path to show, relative to the folder, with forward slashes
 * @param checksum of what is run, as the layout's own tool computes it where that tool has one, else SHA-256 in hex
 * @param up the change
 * @param down the way back, where the folder has one
 */
public record Migration(
        MigrationId id,
        String description,
        Kind kind,
        String file,
        String checksum,
        TransactionMode transactionMode,
        MigrationScript up,
        Optional<MigrationScript> down) {

    /** When a migration is run. */
    public enum Kind {
        /** Once, in the order of the folder. */
        VERSIONED,
        /** After all versioned ones, whenever its checksum has changed. */
        REPEATABLE,
        /** Instead of all versioned ones up to its version, on a database that has none of them. */
        BASELINE
    }

    /** What the author says of transactions. */
    public enum TransactionMode {
        /** One transaction wherever the statements allow it. */
        AUTOMATIC,
        /** Each statement on its own. */
        NONE
    }

    /** Returns the id and the description as one short name. */
    public String displayName() {
        return description.isEmpty() || kind == Kind.REPEATABLE ? id.value() : id + " " + description;
    }
}
