package dev.godwit.sql;

import dev.godwit.sql.Statement.Guard;

/** What an {@code ALTER TABLE} does to an index. */
public sealed interface IndexAction extends AlterAction {
    /** MySQL's {@code ADD INDEX}, {@code ADD FULLTEXT}, {@code ADD SPATIAL}; a unique one is an {@link ConstraintAction.AddConstraint}. */
    record AddIndex(TableIndex index, Guard guard) implements IndexAction {}

    /** MySQL's {@code DROP INDEX}. */
    record DropTableIndex(Identifier name, Guard guard) implements IndexAction {}

    /** MySQL's {@code RENAME INDEX name TO to}. */
    record RenameIndex(Identifier name, Identifier to, Guard guard) implements IndexAction {}

    /** {@code ALTER INDEX name VISIBLE}, {@code IGNORED} and the like; {@code state} is that word in upper case. */
    record SetIndexVisibility(Identifier name, Guard guard, String state) implements IndexAction {}

    /** MyISAM's {@code DISABLE KEYS} and {@code ENABLE KEYS}. */
    record SwitchKeys(Enabling enabling) implements IndexAction {}

    /** PostgreSQL's {@code ALTER INDEX parent ATTACH PARTITION index}. */
    record AttachIndex(QualifiedName index) implements IndexAction {}

    /** On or off. */
    enum Enabling {
        ENABLE,
        DISABLE
    }
}
