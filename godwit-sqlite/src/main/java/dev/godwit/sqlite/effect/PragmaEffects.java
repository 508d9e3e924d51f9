package dev.godwit.sqlite.effect;

import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.Transactionality;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.Set;

/** What pragmas do, ATTACH and DETACH among them. */
final class PragmaEffects {
    // Refused, or without effect, within a transaction (sqlite.org/pragma.html).
    private static final Set<String> OUTSIDE =
            Set.of("foreign_keys", "journal_mode", "synchronous", "wal_checkpoint", "attach", "detach");
    // These do their work also where no value is given; the others then only tell it.
    private static final Set<String> ACTIONS =
            Set.of("attach", "detach", "incremental_vacuum", "optimize", "wal_checkpoint");
    private static final Set<String> WRITING = Set.of(
            "application_id",
            "auto_vacuum",
            "incremental_vacuum",
            "optimize",
            "schema_version",
            "user_version",
            "wal_checkpoint");

    private PragmaEffects() {}

    static Effects of(SessionSetting setting) {
        String name = setting.name().substring(setting.name().lastIndexOf('.') + 1);
        if (setting.value().isEmpty() && !ACTIONS.contains(name)) {
            return Effects.none(Transactionality.TRANSACTIONAL);
        }
        Transactionality transactionality =
                OUTSIDE.contains(name) ? Transactionality.OUTSIDE_ONLY : Transactionality.TRANSACTIONAL;
        if (name.equals("journal_mode")) {
            return SqliteEffects.alone(transactionality);
        }
        Effects none = Effects.none(transactionality);
        if (!WRITING.contains(name)) {
            return none;
        }
        Effects writing = SqliteEffects.writing();
        return new Effects(
                transactionality,
                writing.locks(),
                none.work(),
                none.losses(),
                none.breaks(),
                none.refusal(),
                none.unknown());
    }
}
