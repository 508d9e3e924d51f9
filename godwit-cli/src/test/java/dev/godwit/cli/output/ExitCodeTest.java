package dev.godwit.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.cli.config.Secrets;
import dev.godwit.core.db.ConfigurationException;
import dev.godwit.core.db.DatabaseException;
import dev.godwit.core.db.SqlErrorKind;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Problem;
import dev.godwit.sql.ErrorCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
    @Test
    void tellsWhoMustAct() {
        assertThat(status(ErrorCode.INVALID_CONFIGURATION)).isEqualTo(2);
        assertThat(status(ErrorCode.RESUME_REFUSED)).isEqualTo(3);
        assertThat(status(ErrorCode.OUTCOME_UNKNOWN)).isEqualTo(3);
        assertThat(status(ErrorCode.INTERRUPTED)).isEqualTo(130);
        for (ErrorCode code : List.of(
                ErrorCode.SQL_SYNTAX,
                ErrorCode.INVALID_MIGRATION,
                ErrorCode.CONNECTION,
                ErrorCode.LOCK_TIMEOUT,
                ErrorCode.STEP_FAILED,
                ErrorCode.HISTORY_MISMATCH)) {
            assertThat(status(code)).as(code.name()).isEqualTo(1);
        }
    }

    private static int status(ErrorCode code) {
        return ExitCode.of(new Failure(Optional.of(code), "", List.of(), Optional.empty(), ""))
                .status();
    }

    @Test
    void isOneForADefectAndForFindings() {
        assertThat(ExitCode.of(Failure.of(new IllegalStateException("x"), new Secrets())))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(new Outcome.Validated(List.of(new Problem("a.sql", "wrong"))).exitCode())
                .isEqualTo(ExitCode.FAILURE);
        assertThat(new Outcome.Validated(List.of()).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void readsTheCodeOfAnException() {
        var secrets = new Secrets();

        assertThat(ExitCode.of(Failure.of(new ConfigurationException("x"), secrets)))
                .isEqualTo(ExitCode.USAGE);
        assertThat(ExitCode.of(Failure.of(new InvalidMigrationException("x"), secrets)))
                .isEqualTo(ExitCode.FAILURE);
        assertThat(ExitCode.of(Failure.of(new DatabaseException(SqlErrorKind.CANCELLED, "x", null, 0, null), secrets)))
                .isEqualTo(ExitCode.INTERRUPTED);
    }
}
