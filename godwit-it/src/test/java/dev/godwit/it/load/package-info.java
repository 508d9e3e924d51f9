/**
 * Applications that go on reading and writing while a schema is changed, and a ledger of all that was promised to them.
 */
@NullMarked
package dev.godwit.it.load;

import org.jspecify.annotations.NullMarked;
