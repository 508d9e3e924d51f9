/** What Godwit costs, measured beside its peers in the same run; run with the profile {@code benchmark}. */
@NullMarked
package dev.godwit.it.benchmark;

import org.jspecify.annotations.NullMarked;
