/**
 * Folders and history tables of other migration tools. Each {@link dev.godwit.core.history.MigrationFormat} reads one layout and keeps
 * the table that its tool reads, so that the tool can go on the next day.
 */
@NullMarked
package dev.godwit.formats;

import org.jspecify.annotations.NullMarked;
