package dev.godwit.formats;

import dev.godwit.core.migration.ContentChecksum;
import dev.godwit.core.migration.FileScript;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.ScriptText;

/** Makes scripts of layouts that keep each direction in a file of its own. */
final class PairedFile {
    private PairedFile() {}

    static FileScript whole(FolderListing listing, String file) {
        return new FileScript(listing, file, ContentChecksum.of(listing.read(file)), ScriptText::whole);
    }
}
