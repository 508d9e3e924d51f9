/** What people and programs read: text with its progress, JSON documents, tables and the terminal. Decides nothing. */
@NullMarked
package dev.godwit.cli.output;

import org.jspecify.annotations.NullMarked;
