/** What SQLite does to a database file, and to those who use it, when it executes a statement. It is proved on two releases of the library. */
@NullMarked
package dev.godwit.sqlite.effect;

import org.jspecify.annotations.NullMarked;
