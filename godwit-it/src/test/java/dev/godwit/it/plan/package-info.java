/** The recipes on real servers: what they leave behind, what both applications see meanwhile, and the way back from everywhere. */
@NullMarked
package dev.godwit.it.plan;

import org.jspecify.annotations.NullMarked;
