/** All that Godwit knows of PostgreSQL. {@link dev.godwit.postgres.PostgresEngine} is the way in. */
@NullMarked
package dev.godwit.postgres;

import org.jspecify.annotations.NullMarked;
