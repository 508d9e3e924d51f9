package dev.godwit.core.engine;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.history.FormatChoice;
import dev.godwit.core.history.HistorySettings;
import dev.godwit.core.history.MigrationFormat;
import dev.godwit.core.lint.LintInput;
import dev.godwit.core.lint.LintReport;
import dev.godwit.core.lint.Linter;
import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.PlainFolder;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at files without a server. */
public final class OfflineLint {
    private final List<MigrationFormat> formats;
    private final Clock clock;

    /**
     * Makes one.
     *
     * @param formats every layout that is known
     */
    public OfflineLint(List<MigrationFormat> formats, Clock clock) {
        this.formats = List.copyOf(formats);
        this.clock = clock;
    }

    /**
     * Judges files for one product.
     *
     * @throws dev.godwit.core.migration.InvalidMigrationException if they cannot be read
     */
    public LintReport lint(Engine engine, ServerVersion version, LintSource source, LintRequest request) {
        LintInput input = switch (source) {
            case LintSource.Folder folder -> folder(engine, folder);
            case LintSource.Texts texts -> LintScripts.loose(texts.texts(), Optional.empty());
        };
        return new Linter(engine.lintProduct(version), request.settings()).lint(input.judging(request.judged()));
    }

    private LintInput folder(Engine engine, LintSource.Folder folder) {
        FolderListing listing = FolderListing.of(folder.directory());
        var choice = new FormatChoice(formats);
        Optional<MigrationFormat> format = folder.format().map(choice::named).or(() -> choice.recognise(listing));
        if (format.isPresent()) {
            return LintScripts.folder(read(engine, folder, listing, format.get()));
        }
        MigrationFolder plain = PlainFolder.read(listing);
        return PlainFolder.isTransactional(listing) ? LintScripts.folder(plain) : LintScripts.unknown(plain);
    }

    private MigrationFolder read(
            Engine engine, LintSource.Folder folder, FolderListing listing, MigrationFormat format) {
        var history = new HistorySettings(
                engine.id(), engine.dialect(), Optional.empty(), Optional.empty(), Optional.empty(), "", clock);
        Map<String, String> placeholders = new HashMap<>(format.builtInPlaceholders(history, ""));
        placeholders.putAll(folder.placeholders());
        return format.source()
                .read(listing, new FolderSettings(engine.dialect(), engine.id(), placeholders, System::getenv));
    }
}
