/** Godwit as its users run it, on real servers. */
@NullMarked
package dev.godwit.it;

import org.jspecify.annotations.NullMarked;
