/** The demo: a shop's database of its own, an application that uses it, and migrations that are run meanwhile. */
@NullMarked
package dev.godwit.cli.demo;

import org.jspecify.annotations.NullMarked;
