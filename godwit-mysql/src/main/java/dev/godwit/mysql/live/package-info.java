/** Reads a schema from a MySQL or MariaDB server, with a fixed number of queries however many tables there are. */
@NullMarked
package dev.godwit.mysql.live;

import org.jspecify.annotations.NullMarked;
