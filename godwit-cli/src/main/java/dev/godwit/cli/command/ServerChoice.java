package dev.godwit.cli.command;

import dev.godwit.cli.config.Keys;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.lint.NearestName;
import dev.godwit.core.migration.FolderListing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The server that statements are judged for, where none is asked.
 *
 * @param origin how it came to be this one
 */
record ServerChoice(Engine engine, ServerVersion version, Origin origin) {
    /** Files in which other tools say which product a folder is for, as in {@code provider = "postgresql"}. */
    private static final List<String> TELLING_FILES = List.of("migration_lock.toml", "meta/_journal.json");

    private static final Pattern TELLING =
            Pattern.compile("\"?(?:provider|dialect)\"?\\s*[=:]\\s*\"([a-z]+)\"", Pattern.CASE_INSENSITIVE);

    /** How it came to be this server. */
    enum Origin {
        /** The user named product and version. */
        NAMED,
        /** Only the product is known: the newest version is taken. */
        NEWEST,
        /** Nothing says anything: the newest PostgreSQL is taken. */
        ASSUMED
    }

    static ServerChoice of(Invocation invocation, Optional<Path> folder) {
        Optional<String> named = invocation.find(Keys.SERVER);
        if (named.isPresent()) {
            return named(named.get());
        }
        return invocation
                .find(Keys.URL)
                .map(DatabaseUrl::scheme)
                .or(() -> folder.flatMap(ServerChoice::product))
                .flatMap(ServerChoice::byScheme)
                .map(engine -> new ServerChoice(engine, engine.versions().newest(), Origin.NEWEST))
                .orElseGet(() -> {
                    Engine first = Products.engines().getFirst();
                    return new ServerChoice(first, first.versions().newest(), Origin.ASSUMED);
                });
    }

    private static ServerChoice named(String text) {
        String[] parts = text.strip().split(":", 2);
        Engine engine = byScheme(parts[0]).orElseThrow(() -> unknownProduct(text, parts[0]));
        if (parts.length == 1) {
            return new ServerChoice(engine, engine.versions().newest(), Origin.NEWEST);
        }
        ServerVersion version = engine.versions()
                .find(parts[1].strip())
                .orElseThrow(() -> new ConfigurationException("cannot judge for server \"" + text + "\": "
                        + engine.displayName() + " \"" + parts[1] + "\" is not known. Known are "
                        + engine.versions().text() + "."));
        return new ServerChoice(engine, version, Origin.NAMED);
    }

    private static ConfigurationException unknownProduct(String text, String product) {
        List<String> ids = Products.engines().stream().map(Engine::id).toList();
        String guess = NearestName.of(product, ids)
                .map(nearest -> " Did you mean \"" + nearest + "\"?")
                .orElse("");
        String known = Products.engines().stream()
                .map(engine -> engine.id() + " (" + engine.versions().text() + ")")
                .collect(Collectors.joining("; "));
        return new ConfigurationException("cannot judge for server \"" + text + "\": there is no product \"" + product
                + "\"." + guess + " Known are " + known + ".");
    }

    private static Optional<Engine> byScheme(String scheme) {
        return Products.engines().stream()
                .filter(engine -> engine.id().equals(scheme) || engine.schemes().contains(scheme))
                .findFirst();
    }

    private static Optional<String> product(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        FolderListing listing = FolderListing.of(folder);
        return TELLING_FILES.stream()
                .filter(file -> listing.files().contains(file))
                .flatMap(file -> product(listing, file).stream())
                .findFirst();
    }

    private static Optional<String> product(FolderListing listing, String file) {
        String text = StandardCharsets.UTF_8
                .decode(listing.head(file).slice(listing.head(file).whole()))
                .toString();
        Matcher matcher = TELLING.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Says for people what was taken for want of something better; empty where the user said it. */
    Optional<String> notice() {
        String taken = engine.displayName() + " " + version;
        return switch (origin) {
            case NAMED -> Optional.empty();
            case NEWEST ->
                Optional.of("judged for " + taken + ", the newest that is known; name yours with --server "
                        + engine.id() + ":VERSION");
            case ASSUMED -> Optional.of("judged for " + taken + "; name your server with --server PRODUCT:VERSION");
        };
    }
}
