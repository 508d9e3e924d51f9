/** How PostgreSQL's statements are carried out without a stop. */
@NullMarked
package dev.godwit.postgres.plan;

import org.jspecify.annotations.NullMarked;
