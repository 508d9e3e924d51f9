package dev.godwit.cli.command;

import dev.godwit.cli.config.ConfigurationReader;
import dev.godwit.cli.config.ConfigurationReader.FileUse;
import dev.godwit.cli.config.FileTemplate;
import dev.godwit.cli.config.Keys;
import dev.godwit.cli.output.Outcome;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.engine.RunMode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Makes a first configuration and an empty folder; never overwrites anything. */
final class InitCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "init",
                "Write a first godwit.toml and make the folder of migrations",
                "Writes godwit.toml with every key explained, and makes the folder. What exists is left as it is.",
                Keys.concat(List.of(Keys.DRY_RUN, Keys.URL, Keys.DIR, Keys.FORMAT), Keys.COMMON),
                List.of("godwit init", "godwit init --url file:app.db --dir db/migrations"));
    }

    @Override
    public Outcome run(Invocation invocation) {
        Path file = invocation
                .surroundings()
                .workingDirectory()
                .resolve(invocation.find(Keys.CONFIG).orElse(ConfigurationReader.DEFAULT_FILE));
        Path directory = invocation.directory();
        List<Path> made = new ArrayList<>();
        List<Path> kept = new ArrayList<>();
        (Files.exists(file) ? kept : made).add(file);
        (Files.exists(directory) ? kept : made).add(directory);
        if (invocation.mode() == RunMode.RUN) {
            make(file, directory, FileTemplate.text(invocation.arguments().options()), made);
        }
        return new Outcome.Created(made, kept, invocation.mode());
    }

    @Override
    public FileUse fileUse() {
        return FileUse.IGNORED;
    }

    private static void make(Path file, Path directory, String text, List<Path> wanted) {
        try {
            if (wanted.contains(directory)) {
                Files.createDirectories(directory);
            }
            if (wanted.contains(file)) {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            }
        } catch (FileAlreadyExistsException e) {
            throw new ConfigurationException("cannot write \"" + e.getFile() + "\": it exists already. Move it away.");
        } catch (IOException e) {
            throw new ConfigurationException("cannot write \"" + file + "\" or \"" + directory + "\": " + e.getMessage()
                    + ". Make the folder writable.");
        }
    }
}
