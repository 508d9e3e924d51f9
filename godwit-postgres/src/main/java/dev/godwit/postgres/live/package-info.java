/** Reads a schema from a PostgreSQL server, with a fixed number of queries however many tables there are. */
@NullMarked
package dev.godwit.postgres.live;

import org.jspecify.annotations.NullMarked;
