package dev.godwit.it.effects;

import java.util.Locale;
import java.util.Set;

/** A property of the table that may change what a statement does to it, besides what the form itself needs. */
enum MysqlShape {
    PLAIN,
    STORED_GENERATED,
    FULLTEXT,
    FK_CHILD,
    FK_PARENT,
    INSTANT_ADDED,
    VIRTUAL_GENERATED,
    VIRTUAL_GENERATED_INDEXED;

    private static final Set<MysqlShape> PARTITIONABLE = Set.of(PLAIN, STORED_GENERATED, INSTANT_ADDED);

    static MysqlShape of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns it as words that complete "on a table with". */
    String trait() {
        return switch (this) {
            case PLAIN -> "";
            case STORED_GENERATED -> "stored generated column";
            case FULLTEXT -> "FULLTEXT index";
            case FK_CHILD -> "foreign key";
            case FK_PARENT -> "foreign keys to it";
            case INSTANT_ADDED -> "column added INSTANT";
            case VIRTUAL_GENERATED -> "virtual column";
            case VIRTUAL_GENERATED_INDEXED -> "index on a virtual column";
        };
    }

    /** Tells whether a table can have this shape and be that of a form. */
    boolean fits(MysqlTable table, MysqlProduct product) {
        if (this == PLAIN) {
            return true;
        }
        return switch (table) {
            case STANDARD, NOAI, COMPPK, SG, CHK, CHKNE, KU3, LATIN1, UTF8MB3, UQ -> true;
            case PT -> true;
            // A spatial index bars INSTANT on MariaDB.
            case SP -> this != INSTANT_ADDED || product == MysqlProduct.MYSQL;
            case NOPK -> this != FK_PARENT;
            case VG -> this != VIRTUAL_GENERATED && this != VIRTUAL_GENERATED_INDEXED;
            // An indexed virtual column bars INSTANT on MariaDB.
            case VGI ->
                this != VIRTUAL_GENERATED
                        && this != VIRTUAL_GENERATED_INDEXED
                        && (this != INSTANT_ADDED || product == MysqlProduct.MYSQL);
            case FK -> this != FK_CHILD;
            // A FULLTEXT index bars INSTANT on both.
            case FT -> this != FULLTEXT && this != INSTANT_ADDED;
            case PART, HASH, PART_X -> PARTITIONABLE.contains(this);
            case UNIFORM_UTF8MB4,
                    UNIFORM_UTF8MB4_INDEXED,
                    UNIFORM_UTF8MB3,
                    UNIFORM_UTF8MB3_INDEXED,
                    UNIFORM_LATIN1,
                    UNIFORM_ASCII,
                    REDUNDANT,
                    COMPRESSED,
                    SMALL,
                    COMPOSITE_KEY,
                    INSTANT_DROPPED,
                    FULLTEXT_DROPPED,
                    INSTANT_64 -> false;
        };
    }
}
