/** Changes many rows a few at a time. */
@NullMarked
package dev.godwit.core.backfill;

import org.jspecify.annotations.NullMarked;
