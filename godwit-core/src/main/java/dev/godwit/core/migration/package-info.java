/** Migrations as data: files, ids, checksums and folders. A {@link dev.godwit.core.migration.MigrationSource} reads a folder of one layout. */
@NullMarked
package dev.godwit.core.migration;

import org.jspecify.annotations.NullMarked;
