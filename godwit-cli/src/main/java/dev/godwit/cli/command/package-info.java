/** The commands: which options each takes and what it asks of Godwit. Only {@link dev.godwit.cli.command.CommandLineTool} is meant for others. */
@NullMarked
package dev.godwit.cli.command;

import org.jspecify.annotations.NullMarked;
