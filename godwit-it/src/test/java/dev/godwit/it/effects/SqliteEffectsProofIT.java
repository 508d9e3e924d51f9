package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The effect model of SQLite says what the library does: the one of the driver, and an older one. */
final class SqliteEffectsProofIT {
    private static final int FORMS = 140;

    @Test
    void saysWhatTheNewestLibraryDoes() throws SQLException {
        SqliteLibrary library = SqliteLibrary.newest();

        assertThat(library.version()).startsWith("3.54.");
        assertThat(differences(library)).isEmpty();
    }

    @Test
    void saysWhatAnOlderLibraryDoes() throws SQLException {
        SqliteLibrary library = SqliteLibrary.old();

        assertThat(library.version()).startsWith("3.50.");
        assertThat(differences(library)).isEmpty();
    }

    static List<String> differences(SqliteLibrary library) throws SQLException {
        List<SqliteForm> forms = SqliteForm.all();
        assertThat(forms).hasSizeGreaterThan(FORMS);
        SqliteObserver observer = new SqliteObserver(library);
        SqliteProof proof = new SqliteProof(library.version());
        List<String> differences = new ArrayList<>();
        for (SqliteForm form : forms) {
            proof.differences(form, observer.observe(form)).forEach(found -> differences.add(form.id() + ": " + found));
        }
        return differences;
    }
}
