package dev.godwit.core.lint;

import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Unparsed;
import java.util.Locale;
import java.util.Set;

/** Refuses files that hold something else than SQL, instead of saying of each piece that it cannot be read. */
final class NotSql {
    private static final Set<String> VERBS = Set.of(
            ("ABORT ALTER ANALYZE ATTACH BACKUP BEGIN BINLOG CACHE CALL CHANGE CHECK CHECKPOINT CHECKSUM CLOSE CLUSTER"
                            + " COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE DELETE DELIMITER DESC DESCRIBE DETACH DISCARD DO"
                            + " DROP END EXECUTE EXPLAIN FETCH FLUSH GET GRANT HANDLER HELP IMPORT INSERT INSTALL KILL LISTEN LOAD"
                            + " LOCK MERGE MOVE NOTIFY OPTIMIZE PRAGMA PREPARE PURGE REASSIGN REFRESH REINDEX RELEASE RENAME"
                            + " REPACK REPAIR REPLACE RESET RESIGNAL RESTART REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SET SHOW"
                            + " SHUTDOWN SIGNAL START STOP TABLE TRUNCATE UNINSTALL UNLISTEN UNLOCK UPDATE USE VACUUM VALUES WAIT"
                            + " WITH XA")
                    .split(" "));

    private NotSql() {}

    static void refuse(FileContext file) {
        boolean none = !file.statements().isEmpty()
                && file.statements().stream()
                        .allMatch(statement -> statement.statement() instanceof Unparsed && !beginsLikeSql(statement));
        if (none) {
            throw new InvalidMigrationException("cannot read file \"" + file.name() + "\": "
                    + (isBinary(file) ? "it is binary" : "there is no SQL in it") + ". Name files of SQL only");
        }
    }

    private static boolean beginsLikeSql(StatementContext statement) {
        SourceSpan span = statement.statement().span();
        int end = span.start();
        while (end < span.end() && Character.isLetter(statement.file().source().at(end))) {
            end++;
        }
        String word = statement.file().source().text(new SourceSpan(span.start(), end));
        return VERBS.contains(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isBinary(FileContext file) {
        for (int i = 0; i < file.source().length(); i++) {
            if (file.source().at(i) == 0) {
                return true;
            }
        }
        return false;
    }
}
