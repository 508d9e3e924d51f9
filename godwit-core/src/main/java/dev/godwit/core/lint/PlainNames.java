package dev.godwit.core.lint;

import java.util.Set;

/** Tells which names need no quotes in any product. */
final class PlainNames {
    /** Words that PostgreSQL, MySQL, MariaDB or SQLite keeps for itself and that people give to tables and columns all the same. */
    private static final Set<String> RESERVED =
            Set.of(("accessible add all alter analyse analyze and any array as asc asensitive asymmetric authorization"
                            + " autoincrement before begin between bigint binary blob both by call cascade case cast change char"
                            + " character check collate collation column commit concurrently condition constraint continue convert"
                            + " create cross cube cume_dist current_catalog current_date current_role current_schema current_time"
                            + " current_timestamp current_user cursor database databases day_hour day_microsecond day_minute"
                            + " day_second dec decimal declare default deferrable deferred delayed delete dense_rank desc describe"
                            + " deterministic distinct distinctrow div do double drop dual each else elseif empty enclosed end"
                            + " escape escaped except exists exit explain false fetch first_value float float4 float8 for force"
                            + " foreign freeze from full fulltext function generated get glob grant group grouping groups having"
                            + " high_priority hour_microsecond hour_minute hour_second if ignore ilike immediate in index indexed"
                            + " infile initially inner inout insensitive insert instead int int1 int2 int3 int4 int8 integer"
                            + " intersect interval into io_after_gtids io_before_gtids is isnull iterate join json_table key keys"
                            + " kill lag last_value lateral lead leading leave left like limit linear lines load localtime"
                            + " localtimestamp lock long longblob longtext loop low_priority master_bind match maxvalue mediumblob"
                            + " mediumint mediumtext middleint minute_microsecond minute_second mod modifies natural"
                            + " no_write_to_binlog not nothing notnull nth_value ntile null numeric of off offset on only optimize"
                            + " option optionally or order out outer outfile over overlaps partition percent_rank placing plan"
                            + " pragma precision primary procedure purge query raise range rank read reads read_write real"
                            + " recursive references regexp reindex release rename repeat replace require resignal restrict return"
                            + " returning revoke right rlike rollback row row_number rows savepoint schema schemas"
                            + " second_microsecond select sensitive separator session_user set show signal similar smallint some"
                            + " spatial specific sql sqlexception sqlstate sqlwarning ssl starting stored straight_join symmetric"
                            + " system system_user table tablesample temp temporary terminated then tinyblob tinyint tinytext to"
                            + " trailing transaction trigger true undo union unique unlock unsigned update usage use user using"
                            + " utc_date utc_time utc_timestamp vacuum values varbinary varchar varcharacter variadic varying"
                            + " vector verbose view virtual when where while window with write xor year_month zerofill")
                    .split(" "));

    private PlainNames() {}

    static boolean isPlain(String name) {
        if (name.isEmpty() || isDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isDigit(c) && c != '_' && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return !RESERVED.contains(name);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
