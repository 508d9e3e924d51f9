/** SQLite's SQL as its shell and library read it: trigger bodies, four kinds of quotes, and the outline of statements. */
@NullMarked
package dev.godwit.sql.sqlite;

import org.jspecify.annotations.NullMarked;
