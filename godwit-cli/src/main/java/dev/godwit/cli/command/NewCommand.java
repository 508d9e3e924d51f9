package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;

/** Makes the files of a new migration. */
final class NewCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "new",
                "Make the files of a new migration",
                "Makes the files of a new migration in the layout of the folder and prints their paths.",
                CommandInfo.Positional.one("NAME"),
                Keys.concat(List.of(Keys.DRY_RUN, Keys.URL, Keys.DIR, Keys.FORMAT, Keys.PLACEHOLDER), Keys.COMMON),
                List.of("godwit new add_phone", "$EDITOR \"$(godwit new 'add phone' --dir db/migrations)\""));
    }

    @Override
    public Outcome run(Invocation invocation) {
        String name = invocation.arguments().argument().orElseThrow();
        // No connection is opened; the URL only says which product's files these are.
        DatabaseUrl url = invocation.find(Keys.URL).orElseGet(() -> DatabaseUrl.parse("postgres://localhost/"));
        List<Path> files = invocation.godwit(url).create(name, invocation.mode());
        return new Outcome.Created(files, List.of(), invocation.mode());
    }
}
