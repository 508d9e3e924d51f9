/** What is dangerous in SQL for SQLite. Rules speak of what the effect model foretells, and of tables that a file makes anew. */
@NullMarked
package dev.godwit.sqlite.lint;

import org.jspecify.annotations.NullMarked;
