package dev.godwit.core.migration;

/** Reads folders of one layout. */
public interface MigrationSource {
    /** Says whether this looks like its layout, from names and the first lines of files. */
    Recognition recognise(FolderListing listing);

    /**
     * Reads the folder. A file that the layout does not explain, and two migrations of one version, are problems of the
     * result.
     *
     * @throws InvalidMigrationException if the folder as a whole cannot be read
     */
    MigrationFolder read(FolderListing listing, FolderSettings settings);

    /** How sure a source is of a folder. */
    enum Recognition {
        /** Nothing of it fits. */
        NO,
        /** It would do, but another layout may fit better. */
        POSSIBLE,
        /** Something that only this layout has is there. */
        CERTAIN
    }
}
