package dev.godwit.it.effects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The tables that the forms are run on. Every one is named t; most are the standard one with a trait. */
enum MysqlTable {
    STANDARD,
    NOPK,
    NOAI,
    COMPPK,
    VG,
    VGI,
    SG,
    CHK,
    CHKNE,
    FK,
    FT,
    KU3,
    LATIN1,
    UTF8MB3,
    UQ,
    PT,
    SP,
    PART,
    HASH,
    PART_X,
    UNIFORM_UTF8MB4,
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
    INSTANT_64;

    static final int ROWS = 1000;
    private static final int ROW_VERSIONS = 64;

    static MysqlTable of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what it is or has, in words. */
    String trait() {
        return switch (this) {
            case STANDARD -> "";
            case NOPK -> "no primary key";
            case NOAI -> "no AUTO_INCREMENT";
            case COMPPK -> "key (id, id2)";
            case VG -> "virtual column g of b";
            case VGI -> "virtual column g of b, indexed";
            case SG -> "stored column gs2 of b";
            case CHK -> "CHECK ck (b>=0)";
            case CHKNE -> "CHECK ck (b>=0) NOT ENFORCED";
            case FK -> "foreign key fkc (pid)";
            case FT -> "FULLTEXT fx (tx)";
            case KU3 -> "index on u3";
            case LATIN1 -> "latin1";
            case UTF8MB3 -> "utf8mb3";
            case UQ -> "unique u_b (b)";
            case PT -> "point pt";
            case SP -> "SPATIAL sx0 (pt)";
            case PART -> "4 partitions by RANGE (id)";
            case HASH -> "4 partitions by HASH (id)";
            case PART_X -> "4 partitions by RANGE (id), x1 alike";
            case UNIFORM_UTF8MB4 -> "all utf8mb4";
            case UNIFORM_UTF8MB4_INDEXED -> "all utf8mb4, index on v";
            case UNIFORM_UTF8MB3 -> "all utf8mb3";
            case UNIFORM_UTF8MB3_INDEXED -> "all utf8mb3, index on v";
            case UNIFORM_LATIN1 -> "all latin1";
            case UNIFORM_ASCII -> "all ascii";
            case REDUNDANT -> "ROW_FORMAT=REDUNDANT, v NOT NULL";
            case COMPRESSED -> "ROW_FORMAT=COMPRESSED";
            case SMALL -> "v NOT NULL";
            case COMPOSITE_KEY -> "(id, id2, b), key (id, id2)";
            case INSTANT_DROPPED -> "column dropped INSTANT";
            case FULLTEXT_DROPPED -> "FULLTEXT index dropped";
            case INSTANT_64 -> "64 columns added INSTANT";
        };
    }

    boolean isPartitioned() {
        return this == PART || this == PART_X || this == HASH;
    }

    /** Returns the statements that make and fill the table and what belongs to it; p and numbers are there. */
    List<String> setup(MysqlProduct product, MysqlShape shape) {
        return switch (this) {
            case STANDARD,
                    NOPK,
                    NOAI,
                    COMPPK,
                    VG,
                    VGI,
                    SG,
                    CHK,
                    CHKNE,
                    FK,
                    FT,
                    KU3,
                    LATIN1,
                    UTF8MB3,
                    UQ,
                    PT,
                    SP,
                    PART,
                    HASH,
                    PART_X -> standard(product, shape);
            case UNIFORM_UTF8MB4, UNIFORM_UTF8MB3, UNIFORM_LATIN1, UNIFORM_ASCII -> uniform("");
            case UNIFORM_UTF8MB4_INDEXED, UNIFORM_UTF8MB3_INDEXED -> uniform(", KEY k (v)");
            case REDUNDANT -> small("ROW_FORMAT=REDUNDANT", "");
            case COMPRESSED ->
                small("ROW_FORMAT=COMPRESSED", "").stream()
                        .map(sql -> sql.replace("v varchar(50) NOT NULL", "v varchar(50)"))
                        .toList();
            case SMALL -> small("", "");
            case COMPOSITE_KEY ->
                List.of(
                        "CREATE TABLE t (id int NOT NULL, id2 int NOT NULL, b int, PRIMARY KEY (id, id2))"
                                + " ENGINE=InnoDB",
                        "INSERT INTO t SELECT n, n, n FROM numbers");
            case INSTANT_DROPPED ->
                with(small("", ", x int"), List.of("ALTER TABLE t DROP COLUMN x, ALGORITHM=INSTANT"));
            case FULLTEXT_DROPPED -> with(small("", ", FULLTEXT KEY fx (v)"), List.of("ALTER TABLE t DROP INDEX fx"));
            case INSTANT_64 ->
                with(
                        small("", ""),
                        IntStream.rangeClosed(1, ROW_VERSIONS)
                                .mapToObj(i -> "ALTER TABLE t ADD COLUMN x" + i + " int, ALGORITHM=INSTANT")
                                .toList());
        };
    }

    private static List<String> with(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    private List<String> uniform(String key) {
        String charset = switch (this) {
            case UNIFORM_UTF8MB3, UNIFORM_UTF8MB3_INDEXED -> "utf8mb3";
            case UNIFORM_LATIN1 -> "latin1";
            case UNIFORM_ASCII -> "ascii";
            default -> "utf8mb4";
        };
        return List.of(
                "CREATE TABLE t (id int NOT NULL PRIMARY KEY, v varchar(20), tx text%s) ENGINE=InnoDB DEFAULT CHARACTER SET %s"
                        .formatted(key, charset),
                "INSERT INTO t SELECT n, concat('v', n), 'text' FROM numbers");
    }

    private static List<String> small(String option, String more) {
        return List.of(
                "CREATE TABLE t (id int NOT NULL PRIMARY KEY, v varchar(50) NOT NULL, w varchar(50)%s) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 %s"
                        .formatted(more, option)
                        .strip(),
                "INSERT INTO t (id, v, w) SELECT n, concat('v', n), 'w' FROM numbers");
    }

    private List<String> standard(MysqlProduct product, MysqlShape shape) {
        List<String> statements = new ArrayList<>();
        statements.add(create("t", product, shape, partitions()));
        statements.add(fill("t"));
        if (shape == MysqlShape.INSTANT_ADDED) {
            statements.add("ALTER TABLE t ADD COLUMN ia int DEFAULT 7, ALGORITHM=INSTANT");
        }
        if (shape == MysqlShape.FK_PARENT) {
            statements.add("CREATE TABLE cc (id int NOT NULL PRIMARY KEY, tid int, FOREIGN KEY (tid) REFERENCES t (id))"
                    + " ENGINE=InnoDB");
            statements.add("INSERT INTO cc VALUES (1, 20), (2, 40)");
        }
        if (this == PART_X) {
            String more = shape == MysqlShape.INSTANT_ADDED ? ", ia int DEFAULT 7" : "";
            statements.add(create("x1", product, shape, "").replace(", KEY k_a", more + ", KEY k_a"));
            statements.add(fill("x1") + " WHERE n < 100");
        }
        return statements;
    }

    private String partitions() {
        return switch (this) {
            case PART, PART_X ->
                " PARTITION BY RANGE (id) (PARTITION p0 VALUES LESS THAN (5000), PARTITION p1 VALUES LESS THAN (10000),"
                        + " PARTITION p2 VALUES LESS THAN (15000), PARTITION p3 VALUES LESS THAN (30000))";
            case HASH -> " PARTITION BY HASH (id) PARTITIONS 4";
            default -> "";
        };
    }

    private String create(String name, MysqlProduct product, MysqlShape shape, String partitions) {
        List<String> columns = new ArrayList<>(columns(product, shape).values());
        columns.addAll(List.of("KEY k_a (a)", "KEY k_v (v)", "KEY k_pid (pid)"));
        columns.addAll(keys(shape));
        String charset = switch (this) {
            case LATIN1 -> "latin1";
            case UTF8MB3 -> "utf8mb3";
            default -> "utf8mb4";
        };
        return "CREATE TABLE %s (%s) ENGINE=InnoDB DEFAULT CHARACTER SET %s%s"
                .formatted(name, String.join(", ", columns), charset, partitions);
    }

    private Map<String, String> columns(MysqlProduct product, MysqlShape shape) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("id", this == NOPK || this == NOAI ? "id int NOT NULL" : "id int NOT NULL AUTO_INCREMENT");
        if (this == COMPPK) {
            columns.put("id2", "id2 int NOT NULL");
        }
        columns.put("a", "a int");
        columns.put("b", "b int NOT NULL DEFAULT 0");
        columns.put("v", "v varchar(50)");
        columns.put("w", "w varchar(50)");
        columns.put("v200", "v200 varchar(200)");
        columns.put("v300", "v300 varchar(300)");
        columns.put("l1", "l1 varchar(50) CHARACTER SET latin1");
        columns.put("u3", "u3 varchar(50) CHARACTER SET utf8mb3");
        columns.put("asc1", "asc1 varchar(50) CHARACTER SET ascii");
        columns.put("ti", "ti tinyint");
        columns.put("big", "big bigint");
        columns.put("e", "e enum('a','b','c')");
        columns.put("s", "s set('a','b')");
        columns.put("d", "d decimal(10,2)");
        columns.put("fl", "fl float");
        columns.put("ch", "ch char(10)");
        columns.put("vb", "vb varbinary(50)");
        columns.put("tx", "tx text NOT NULL");
        columns.put("ts", "ts timestamp NULL");
        columns.put("dt", "dt datetime");
        columns.put("an", "an int");
        columns.put("pid", "pid bigint");
        if (this == PT || this == SP) {
            columns.put("pt", product == MysqlProduct.MYSQL ? "pt point NOT NULL SRID 0" : "pt point NOT NULL");
        }
        if (this == SG) {
            columns.put("gs2", "gs2 int AS (b+1) STORED");
        }
        if (shape == MysqlShape.STORED_GENERATED) {
            columns.put("sgb", "sgb int NOT NULL DEFAULT 1");
            columns.put("gs", "gs int AS (sgb+1) STORED");
        }
        boolean virtual = shape == MysqlShape.VIRTUAL_GENERATED || shape == MysqlShape.VIRTUAL_GENERATED_INDEXED;
        if (virtual || this == VG || this == VGI) {
            columns.put("g", "g int AS (b+1) VIRTUAL");
        }
        columns.put("pid2", "pid2 bigint");
        return columns;
    }

    private List<String> keys(MysqlShape shape) {
        List<String> keys = new ArrayList<>();
        if (this == COMPPK) {
            keys.add("PRIMARY KEY (id, id2)");
        } else if (this != NOPK) {
            keys.add("PRIMARY KEY (id)");
        }
        if (this == VGI || shape == MysqlShape.VIRTUAL_GENERATED_INDEXED) {
            keys.add("KEY k_g (g)");
        }
        if (this == FT || shape == MysqlShape.FULLTEXT) {
            keys.add("FULLTEXT KEY fx (tx)");
        }
        if (this == FK || shape == MysqlShape.FK_CHILD) {
            keys.add("CONSTRAINT fkc FOREIGN KEY (pid) REFERENCES p (id)");
        }
        switch (this) {
            case KU3 -> keys.add("KEY k_u3 (u3)");
            case UQ -> keys.add("UNIQUE KEY u_b (b)");
            case SP -> keys.add("SPATIAL INDEX sx0 (pt)");
            case CHK -> keys.add("CONSTRAINT ck CHECK (b>=0)");
            case CHKNE -> keys.add("CONSTRAINT ck CHECK (b>=0) NOT ENFORCED");
            default -> {}
        }
        return keys;
    }

    private String fill(String name) {
        Map<String, String> values = new LinkedHashMap<>();
        // The bounds of the partitions are written for ids up to 20000.
        values.put("id", "n * 20");
        if (this == COMPPK) {
            values.put("id2", "n");
        }
        values.put("a", "n");
        values.put("b", "n");
        for (String text : List.of("v", "w", "v200", "v300", "l1", "u3", "asc1", "ch", "vb", "tx")) {
            values.put(text, "concat('x', n)");
        }
        values.put("ti", "n % 100");
        values.put("big", "1000000 + n");
        values.put("e", "'a'");
        values.put("s", "'a'");
        values.put("d", "1.5");
        values.put("fl", "1.5");
        values.put("ts", "'2024-01-02 03:04:05'");
        values.put("dt", "'2024-01-02 03:04:05'");
        values.put("an", "nullif(n % 2, 0)");
        values.put("pid", "n % 500 + 1");
        values.put("pid2", "n % 500 + 1");
        if (this == PT || this == SP) {
            values.put("pt", "ST_GeomFromText('POINT(1 1)')");
        }
        return "INSERT INTO " + name + " (" + String.join(", ", values.keySet()) + ") SELECT "
                + String.join(", ", values.values()) + " FROM numbers";
    }
}
