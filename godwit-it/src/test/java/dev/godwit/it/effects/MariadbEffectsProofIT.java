package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The effect model of MariaDB says what MariaDB 11.4 does. */
final class MariadbEffectsProofIT {
    private static final int FORMS = 500;

    @Test
    void saysWhatTheServerDoes() throws SQLException {
        MysqlProofRun run = new MysqlProofRun(MysqlProduct.MARIADB);

        assertThat(run.differences()).isEmpty();
        assertThat(run.runs()).isGreaterThan(FORMS);
    }
}
