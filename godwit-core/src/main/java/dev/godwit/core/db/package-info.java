/** Connections, their settings and the classification of vendor errors. The only package that catches {@link java.sql.SQLException}. */
@NullMarked
package dev.godwit.core.db;

import org.jspecify.annotations.NullMarked;
