package dev.godwit.it.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The effect model of MySQL says what MySQL 8.0 does. */
final class MysqlEffectsProofIT {
    private static final int FORMS = 500;

    @Test
    void saysWhatTheServerDoes() throws SQLException {
        MysqlProofRun run = new MysqlProofRun(MysqlProduct.MYSQL);

        assertThat(run.differences()).isEmpty();
        assertThat(run.runs()).isGreaterThan(FORMS);
    }
}
