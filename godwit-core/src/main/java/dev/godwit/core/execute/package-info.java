/** Runs migrations: units of work, the lock policy, retries, resume and the stream of events. */
@NullMarked
package dev.godwit.core.execute;

import org.jspecify.annotations.NullMarked;
