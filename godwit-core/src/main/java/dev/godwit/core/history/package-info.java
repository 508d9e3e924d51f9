/** Which migrations a database has: the tables of Godwit and of other tools, and their comparison with a folder. */
@NullMarked
package dev.godwit.core.history;

import org.jspecify.annotations.NullMarked;
