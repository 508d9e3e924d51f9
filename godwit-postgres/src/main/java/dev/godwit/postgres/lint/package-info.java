/** The rules that are for PostgreSQL alone, one class each, and what they share. */
@NullMarked
package dev.godwit.postgres.lint;

import org.jspecify.annotations.NullMarked;
