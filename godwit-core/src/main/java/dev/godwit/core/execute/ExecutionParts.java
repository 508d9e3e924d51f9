package dev.godwit.core.execute;

import dev.godwit.core.db.StatementSender;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.sql.Dialect;

/** What running needs to know of the product and the server at hand. */
public record ExecutionParts(
        Dialect dialect,
        EffectModel effects,
        ServerVersion version,
        StatementSender sender,
        LockGuard guard,
        ObjectFingerprint fingerprint) {}
