/** All that Godwit knows of SQLite: its connections, errors and transactions, and a file lock in place of a server's. */
@NullMarked
package dev.godwit.sqlite;

import org.jspecify.annotations.NullMarked;
