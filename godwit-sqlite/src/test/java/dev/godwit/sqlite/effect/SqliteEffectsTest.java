package dev.godwit.sqlite.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.Statement.SessionSetting;
import dev.godwit.sqlite.SqliteEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteEffectsTest {
    private static final SourceSpan SPAN = new SourceSpan(0, 1);
    private static final ServerVersion VERSION = new ServerVersion("sqlite", 3, 54, 1, "3.54.1");

    private static Effects effects(Statement statement) {
        return new SqliteEffects().of(statement, Catalog.unknown(new SqliteEngine().conventions()), VERSION);
    }

    @ParameterizedTest
    @CsvSource({
        "foreign_keys, off, OUTSIDE_ONLY, BLOCKS_NOTHING",
        "foreign_keys, , TRANSACTIONAL, BLOCKS_NOTHING",
        "journal_mode, wal, OUTSIDE_ONLY, BLOCKS_READS_AND_WRITES",
        "journal_mode, , TRANSACTIONAL, BLOCKS_NOTHING",
        "main.synchronous, off, OUTSIDE_ONLY, BLOCKS_NOTHING",
        "defer_foreign_keys, on, TRANSACTIONAL, BLOCKS_NOTHING",
        "legacy_alter_table, on, TRANSACTIONAL, BLOCKS_NOTHING",
        "user_version, 7, TRANSACTIONAL, BLOCKS_WRITES",
        "user_version, , TRANSACTIONAL, BLOCKS_NOTHING",
        "wal_checkpoint, , OUTSIDE_ONLY, BLOCKS_WRITES",
        "optimize, , TRANSACTIONAL, BLOCKS_WRITES",
        "attach, x.db AS x, OUTSIDE_ONLY, BLOCKS_NOTHING",
        "detach, , OUTSIDE_ONLY, BLOCKS_NOTHING",
    })
    void putsOutsideWhatATransactionWouldRefuseOrIgnore(
            String name, String value, Transactionality transactionality, LockMode lock) {
        Optional<String> given = Optional.ofNullable(value);

        is(effects(new SessionSetting(SPAN, name, given, SessionSetting.Reach.SESSION)), transactionality, lock);
    }

    private static void is(Effects effects, Transactionality transactionality, LockMode lock) {
        assertThat(effects.transactionality()).isEqualTo(transactionality);
        assertThat(effects.lock()).isEqualTo(lock);
    }

    @ParameterizedTest
    @CsvSource({"SELECT, BLOCKS_NOTHING", "INSERT, BLOCKS_WRITES", "WITH, BLOCKS_WRITES"})
    void undoesData(String verb, LockMode lock) {
        is(effects(Dml.outline(SPAN, verb, Optional.empty())), Transactionality.TRANSACTIONAL, lock);
    }

    @ParameterizedTest
    @CsvSource({"VACUUM, OUTSIDE_ONLY, BLOCKS_READS_AND_WRITES", "ANALYZE, TRANSACTIONAL, BLOCKS_WRITES"})
    void vacuumsOutside(String verb, Transactionality transactionality, LockMode lock) {
        is(effects(new Maintenance(SPAN, verb, List.of(), List.of())), transactionality, lock);
    }
}
