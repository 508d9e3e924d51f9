package dev.godwit.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.migration.Migration.Kind;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCollectorTest {
    @TempDir
    Path directory = Path.of("set by JUnit");

    @Test
    void putsABaselineAfterTheVersionThatItStandsForToo() {
        MigrationCollector<Integer> found = collector();
        found.add(2, TestMigrations.of(Kind.BASELINE, "B2", ""));
        found.add(3, TestMigrations.versioned("3"));
        found.add(2, TestMigrations.versioned("2"));
        found.addRepeatable(TestMigrations.of(Kind.REPEATABLE, "r", ""));
        found.add(1, TestMigrations.versioned("1"));
        MigrationFolder folder = found.folder("test");
        assertThat(folder.migrations()).extracting(m -> m.id().value()).containsExactly("1", "2", "B2", "3", "r");
        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void reportsTwoOfOneVersionByTheSecondFile() {
        MigrationCollector<Integer> found = collector();
        found.add(1, TestMigrations.versioned("1"));
        found.add(1, TestMigrations.versioned("01"));
        assertThat(found.folder("test").problems())
                .containsExactly(new Problem(
                        "1.sql", "it has the same version 1 as \"01.sql\". Give one of them another version"));
    }

    @Test
    void gathersProblemsByFile() {
        MigrationCollector<Integer> found = collector();
        found.unexplained(List.of("z.sql", "readme.md", "b.SQL"), "whose files are numbered");
        found.reading("a.sql", () -> {
            throw new InvalidMigrationException("broken");
        });
        assertThat(found.folder("test").problems())
                .extracting(Problem::file)
                .containsExactly("a.sql", "b.SQL", "z.sql");
        assertThat(found.folder("test").problems().getFirst()).hasToString("a.sql: broken");
    }

    private MigrationCollector<Integer> collector() {
        return new MigrationCollector<>(FolderListing.of(directory));
    }
}
