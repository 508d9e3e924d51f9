package dev.godwit.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.FolderSettings;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.MigrationFolder;
import dev.godwit.core.migration.MigrationSource;
import dev.godwit.core.migration.MigrationSource.Recognition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatChoiceTest {
    private static final MigrationFormat NATIVE = new NativeFormat();
    private static final MigrationFormat POSSIBLE = new FixedFormat("possible", Recognition.POSSIBLE);
    private static final MigrationFormat CERTAIN = new FixedFormat("certain", Recognition.CERTAIN);
    private static final MigrationFormat NO = new FixedFormat("no", Recognition.NO);

    @TempDir
    Path directory = Path.of("set by JUnit");

    @Test
    void takesTheOnlyOneThatFits() throws IOException {
        write("a.sql");
        assertThat(choose(NATIVE, NO, POSSIBLE)).isSameAs(POSSIBLE);
    }

    @Test
    void prefersTheCertainOne() throws IOException {
        write("1_a.sql");
        assertThat(choose(NATIVE, POSSIBLE, CERTAIN)).isSameAs(CERTAIN);
    }

    @Test
    void takesGodwitsOwnForAFolderWithoutSql() throws IOException {
        write("readme.md");
        assertThat(choose(CERTAIN, NATIVE)).isSameAs(NATIVE);
    }

    @Test
    void believesTheUser() throws IOException {
        write("1_a.sql");
        FormatChoice choice = new FormatChoice(List.of(NATIVE, CERTAIN, NO));
        assertThat(choice.of(FolderListing.of(directory), Optional.of("no"))).isSameAs(NO);
        assertThatThrownBy(() -> choice.of(FolderListing.of(directory), Optional.of("other")))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("cannot use format \"other\": there is no such format. Known are native, certain, no");
    }

    @Test
    void refusesToGuessBetweenTwo() throws IOException {
        write("1_a.sql");
        assertThatThrownBy(() -> choose(NATIVE, POSSIBLE, NO))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessage("cannot recognise folder \"" + directory
                        + "\": its SQL files (\"1_a.sql\") fit more than one layout (native, possible)."
                        + " Name the layout with --format, one of native, possible, no");
    }

    @Test
    void namesSomeFilesThatNothingExplains() throws IOException {
        write("a.sql", "b.sql", "c.sql", "d.sql", "e.SQL");
        assertThatThrownBy(() -> choose(NATIVE, NO))
                .isInstanceOf(InvalidMigrationException.class)
                .hasMessageContaining("(\"a.sql\", \"b.sql\", \"c.sql\" and 2 more) fit no known layout.");
    }

    private MigrationFormat choose(MigrationFormat... formats) {
        return new FormatChoice(List.of(formats)).of(FolderListing.of(directory), Optional.empty());
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Files.writeString(directory.resolve(name), "SELECT 1");
        }
    }

    /** A layout that is always as sure of a folder. */
    private record FixedFormat(String id, Recognition sureness) implements MigrationFormat, MigrationSource {
        @Override
        public String displayName() {
            return id;
        }

        @Override
        public MigrationSource source() {
            return this;
        }

        @Override
        public Recognition recognise(FolderListing listing) {
            return sureness;
        }

        @Override
        public MigrationFolder read(FolderListing listing, FolderSettings settings) {
            return new MigrationFolder(id, listing.directory(), List.of(), List.of(), List.of());
        }

        @Override
        public HistoryStore history(HistorySettings settings) {
            return new GodwitHistory(settings, id);
        }

        @Override
        public NewMigration create(String name, Instant now, FolderListing existing) {
            return NATIVE.create(name, now, existing);
        }
    }
}
