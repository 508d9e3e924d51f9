/** The keys that a user may set, where their values come from, and how they are read. Knows no command and prints nothing. */
@NullMarked
package dev.godwit.cli.config;

import org.jspecify.annotations.NullMarked;
