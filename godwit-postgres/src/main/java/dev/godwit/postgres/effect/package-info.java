/** What PostgreSQL does to a running system when it executes a statement. It is proved on real servers of each version. */
@NullMarked
package dev.godwit.postgres.effect;

import org.jspecify.annotations.NullMarked;
