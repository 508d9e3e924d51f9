/**
 * SQL text as data: sources, spans, statements and the exceptions that every module shares. A {@link Dialect} turns a
 * source into statements and the gaps between them.
 */
@NullMarked
package dev.godwit.sql;

import org.jspecify.annotations.NullMarked;
