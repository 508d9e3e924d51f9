/**
 * Throw-away real database servers for demos and tests, without Docker and without an installed database. Their binaries
 * are fetched by Maven at first use and kept in a cache folder; a server and its data are gone when it is closed, and also
 * when the JVM that started it is killed.
 */
@NullMarked
package dev.godwit.embedded;

import org.jspecify.annotations.NullMarked;
