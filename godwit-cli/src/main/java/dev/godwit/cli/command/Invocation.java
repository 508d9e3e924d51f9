package dev.godwit.cli.command;

import dev.godwit.cli.config.Configuration;
import dev.godwit.cli.config.ConfigurationReader;
import dev.godwit.cli.config.Key;
import dev.godwit.cli.config.Keys;
import dev.godwit.cli.config.Secrets;
import dev.godwit.cli.output.Surroundings;
import dev.godwit.cli.output.Terminal;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.GodwitSettings;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.EventListener;
import dev.godwit.core.execute.LockPolicy;
import dev.godwit.core.execute.StopSignal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One call of a command: what is set, what surrounds it, and the way to Godwit. */
record Invocation(
        Configuration configuration,
        ConfigurationReader reader,
        Arguments arguments,
        Surroundings surroundings,
        Terminal terminal,
        EventListener listener,
        Secrets secrets,
        StopSignal stop) {

    <T> Optional<T> find(Key<T> key) {
        return configuration.find(key);
    }

    RunMode mode() {
        return configuration.isOn(Keys.DRY_RUN) ? RunMode.DRY_RUN : RunMode.RUN;
    }

    /** Returns the folder of migrations. */
    Path directory() {
        return surroundings.workingDirectory().resolve(configuration.get(Keys.DIR));
    }

    /** Returns the database, with its login. */
    DatabaseUrl url() {
        DatabaseUrl url = reader.url(configuration);
        url.password().ifPresent(secrets::add);
        return url;
    }

    /**
     * Gives Godwit to {@code work}. Where the server wants a password, none was given and somebody sits at the terminal, they are
     * asked for it: nothing was done until then.
     */
    <T> T withGodwit(Function<Godwit, T> work) {
        return withGodwit(work, directory());
    }

    /** Gives Godwit to {@code work} for another folder than that of the configuration. */
    <T> T withGodwit(Function<Godwit, T> work, Path directory) {
        DatabaseUrl url = url();
        try {
            return work.apply(godwit(url, directory));
        } catch (DatabaseException e) {
            if (e.kind() != SqlErrorKind.AUTHENTICATION
                    || url.password().isPresent()
                    || !surroundings.isInteractive()) {
                throw e;
            }
            String password = surroundings.keyboard().askSecretly("Password for " + url + ": ");
            if (password == null || password.isEmpty()) {
                throw e;
            }
            secrets.add(password);
            return work.apply(godwit(url.withLogin(Optional.empty(), Optional.of(password)), directory));
        }
    }

    /** Makes Godwit for that database. */
    Godwit godwit(DatabaseUrl url) {
        return godwit(url, directory());
    }

    private Godwit godwit(DatabaseUrl url, Path directory) {
        return new Godwit(
                Products.engines(), Products.formats(), settings(url, directory), listener, stop, surroundings.clock());
    }

    private GodwitSettings settings(DatabaseUrl url, Path directory) {
        return new GodwitSettings(
                url,
                directory,
                find(Keys.FORMAT),
                new LockPolicy(configuration.get(Keys.MAX_STALL), configuration.get(Keys.LOCK_WAIT)),
                configuration.get(Keys.RUNNER_WAIT),
                configuration.get(Keys.CONNECT_RETRIES),
                configuration.isOn(Keys.OUT_OF_ORDER)
                        ? GodwitSettings.OrderPolicy.OUT_OF_ORDER
                        : GodwitSettings.OrderPolicy.STRICT,
                find(Keys.PLACEHOLDER).orElse(Map.of()),
                find(Keys.HISTORY_TABLE),
                configuration.get(Keys.STATE_SCHEMA));
    }
}
