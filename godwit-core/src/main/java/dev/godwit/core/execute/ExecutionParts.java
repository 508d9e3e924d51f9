package dev.godwit.core.execute;

import dev.godwit.core.backfill.RowRanges;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.db.StatementSender;
import dev.godwit.core.effect.EffectModel;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.sql.Dialect;
import java.util.Optional;

/**
 * What running needs to know of the product and the server at hand.
 *
 * @param catalog what is taken to be known of the schema when effects are asked for: nothing, so that a file is cut into the same units
 *     whenever it is looked at
 */
public record ExecutionParts(
        Dialect dialect,
        EffectModel effects,
        Catalog catalog,
        ServerVersion version,
        StatementSender sender,
        LockGuard guard,
        ObjectFingerprint fingerprint,
        Optional<RowRanges> ranges) {}
