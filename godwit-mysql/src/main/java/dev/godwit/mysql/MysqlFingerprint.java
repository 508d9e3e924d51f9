package dev.godwit.mysql;

import dev.godwit.core.db.Session;
import dev.godwit.core.journal.Digest;
import dev.godwit.core.journal.ObjectFingerprint;
import dev.godwit.sql.Definition;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Dml;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.Statement.Maintenance;
import java.util.List;
import java.util.Set;

/**
 * Digests what the server shows of the objects that a statement names. One statement is atomic on MySQL 8.0 and MariaDB 10.6, but for
 * what drops or replaces several objects in turn, which is looked at more closely.
 */
final class MysqlFingerprint implements ObjectFingerprint {
    private static final Set<String> TELLING_VERBS = Set.of("EXPLAIN", "DESCRIBE", "DESC", "SHOW", "HELP");
    private static final Set<String> REPEATABLE_MAINTENANCE =
            Set.of("", "ANALYZE", "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM", "FLUSH", "LOCK", "UNLOCK", "CACHE");
    private static final Set<String> TABLE_KINDS = Set.of("TABLE", "VIEW", "SEQUENCE", "INDEX");
    // These change rows and leave the definition as it is; the identity of the table in InnoDB tells.
    private static final Set<String> NEW_IDENTITY = Set.of("TRUNCATE PARTITION", "EXCHANGE PARTITION");
    private static final Set<String> UNTOLD = Set.of("IMPORT TABLESPACE", "DISCARD TABLESPACE");

    private final Dialect dialect;

    MysqlFingerprint(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public String of(Session session, SqlSource source, Statement statement) {
        if (!(statement instanceof Definition definition)) {
            return Digest.of(objects(session, source, statement).tables());
        }
        Objects objects = objects(session, source, statement);
        if (isDropOfSeveral(definition)) {
            return Digest.of(List.of(objects.existing(definition.names()).isEmpty() ? "gone" : "there"));
        }
        if (isAccount(definition)) {
            return Digest.of(new Accounts(session, dialect).mentionedIn(source.text(statement.span())));
        }
        return Digest.of(
                switch (definition.kind()) {
                    case "TRIGGER" -> objects.triggers();
                    case "EVENT" -> objects.events();
                    case "PROCEDURE", "FUNCTION", "PACKAGE", "PACKAGE BODY" -> objects.routines();
                    case "DATABASE", "SCHEMA" -> objects.databases();
                    default -> needsIdentity(definition) ? objects.identities(definition.names()) : objects.tables();
                });
    }

    private Objects objects(Session session, SqlSource source, Statement statement) {
        return new Objects(session, dialect, dialect.names(source, statement));
    }

    private static boolean isAccount(Definition definition) {
        return switch (definition.verb()) {
            case "GRANT", "REVOKE" -> true;
            default ->
                switch (definition.kind()) {
                    case "USER", "ROLE", "PASSWORD", "DEFAULT ROLE" -> true;
                    default -> false;
                };
        };
    }

    private static boolean needsIdentity(Definition definition) {
        return definition.verb().equals("TRUNCATE")
                || definition.tail().stream().anyMatch(NEW_IDENTITY::contains);
    }

    private static boolean isDropOfSeveral(Definition definition) {
        return definition.verb().equals("DROP")
                && definition.names().size() > 1
                && TABLE_KINDS.contains(definition.kind());
    }

    @Override
    public void clean(Session session, SqlSource source, Statement statement) {
        // The server removes by itself what a failed ALTER leaves.
    }

    @Override
    public Proof proof(Statement statement, Session session, SqlSource source) {
        return switch (statement) {
            case Statement.TransactionControl control -> Proof.REPEATABLE;
            case Statement.SessionSetting setting -> Proof.REPEATABLE;
            case Statement.CreateIndex create -> Proof.BY_DIGEST;
            case Statement.DropIndex drop -> Proof.BY_DIGEST;
            case Definition definition -> definition(definition, session, source);
            case Dml dml -> TELLING_VERBS.contains(dml.verb()) ? Proof.REPEATABLE : Proof.NONE;
            case Maintenance maintenance ->
                REPEATABLE_MAINTENANCE.contains(maintenance.verb()) ? Proof.REPEATABLE : Proof.NONE;
            case Statement.Reindex reindex -> Proof.NONE;
            case Statement.AddEnumValue add -> Proof.NONE;
            case Statement.CopyFromStdin copy -> Proof.NONE;
            case Statement.CodeBlock block -> Proof.NONE;
            case Statement.Unparsed unparsed -> Proof.NONE;
        };
    }

    private Proof definition(Definition definition, Session session, SqlSource source) {
        Objects objects = objects(session, source, definition);
        if (isAccount(definition)) {
            return account(definition, session, source);
        }
        if (isDropOfSeveral(definition)) {
            return dropOfSeveral(definition, objects);
        }
        if (needsIdentity(definition)) {
            return objects.identities(definition.names()).isEmpty() ? Proof.NONE : Proof.BY_DIGEST;
        }
        return switch (definition.kind()) {
            case "TABLE" -> table(definition, objects);
            case "VIEW", "SEQUENCE", "INDEX", "TRIGGER", "EVENT", "PROCEDURE", "FUNCTION", "PACKAGE", "PACKAGE BODY" ->
                Proof.BY_DIGEST;
            case "DATABASE", "SCHEMA" -> Proof.BY_DIGEST;
            default -> Proof.NONE;
        };
    }

    // MariaDB's CREATE OR REPLACE drops the old table before it makes the new one, and only each half is atomic.
    private static Proof table(Definition definition, Objects objects) {
        boolean replaces = definition.tail().contains("OR REPLACE");
        if (replaces && objects.existing(definition.names()).isEmpty()) {
            return Proof.REPEATABLE;
        }
        return definition.tail().stream().anyMatch(UNTOLD::contains) ? Proof.NONE : Proof.BY_DIGEST;
    }

    // Each goes by itself (on MySQL where a table is not of InnoDB): if some are left, only IF EXISTS can go on.
    private static Proof dropOfSeveral(Definition definition, Objects objects) {
        int left = objects.existing(definition.names()).size();
        boolean halfDone = left > 0 && left < definition.names().size();
        return halfDone && definition.guard() != Guard.IF_EXISTS ? Proof.NONE : Proof.BY_DIGEST;
    }

    private Proof account(Definition definition, Session session, SqlSource source) {
        boolean severalInTurn = Versions.product(session) == Product.MARIADB
                && source.text(definition.span()).contains(",");
        boolean told = !severalInTurn && new Accounts(session, dialect).areReadable();
        return told ? Proof.BY_DIGEST : Proof.NONE;
    }
}
