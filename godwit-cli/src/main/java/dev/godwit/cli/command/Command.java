package dev.godwit.cli.command;

import dev.godwit.cli.config.ConfigurationReader.FileUse;
import dev.godwit.cli.output.Outcome;

/** One command of the command line. */
interface Command {
    /** Returns how it is called. */
    CommandInfo info();

    /** Returns whether {@code godwit.toml} is read before it. */
    default FileUse fileUse() {
        return FileUse.READ;
    }

    /** Does it. */
    Outcome run(Invocation invocation);
}
