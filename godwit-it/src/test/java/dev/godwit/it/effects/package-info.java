/** What statements do to a running system, seen on real servers. It is compared with what the effect models predict. */
@NullMarked
package dev.godwit.it.effects;

import org.jspecify.annotations.NullMarked;
