/** What is known of a schema, immutable. A {@link dev.godwit.core.catalog.Catalog} can tell what it will be after a statement. */
@NullMarked
package dev.godwit.core.catalog;

import org.jspecify.annotations.NullMarked;
