/** Turns the statements of a migration into phases and steps that never make the application wait for long. */
@NullMarked
package dev.godwit.core.plan;

import org.jspecify.annotations.NullMarked;
