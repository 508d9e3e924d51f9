/** PostgreSQL's SQL as psql and the server read it: strings, dollar quotes, COPY data, and the outline of statements. */
@NullMarked
package dev.godwit.sql.postgres;

import org.jspecify.annotations.NullMarked;
