/** The process: its streams, signals and exit status. */
@NullMarked
package dev.godwit.cli;

import org.jspecify.annotations.NullMarked;
