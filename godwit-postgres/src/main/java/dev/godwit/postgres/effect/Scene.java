package dev.godwit.postgres.effect;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;

/** What a judgement has before it: the schema before the statement, the server, and what was found so far. */
record Scene(Schema schema, ServerVersion version, Impact impact) {
    boolean atLeast(int major) {
        return version.atLeast(major);
    }

    /** The server refuses what needs a newer one. */
    void needs(int major, String what) {
        impact.refuseIf(!atLeast(major), what + " needs PostgreSQL " + major);
    }

    /**
     * Tells whether there is nothing to judge, since the relation is not there. Unless the guard allows that, the server
     * refuses.
     */
    boolean stopsAtMissing(QualifiedName relation, Guard guard) {
        if (!schema.isMissing(relation)) {
            return false;
        }
        impact.refuseIf(guard != Guard.IF_EXISTS, "relation \"" + relation + "\" does not exist");
        return true;
    }
}
