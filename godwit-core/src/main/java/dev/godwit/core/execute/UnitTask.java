package dev.godwit.core.execute;

import dev.godwit.core.migration.Migration;
import dev.godwit.sql.SqlSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * One unit on its way.
 *
 * @param number counted from 0
 */
record UnitTask(Migration migration, Direction direction, SqlSource source, Unit unit, int number, int total) {
    private static final int SHOWN = 120;

    /** Returns the texts that the journal's id of this unit is made of. */
    List<String> texts() {
        return Stream.concat(unit.prologue().stream(), unit.statements().stream())
                .map(statement -> source.text(statement.span()))
                .toList();
    }

    /** Returns the statement that the unit is about, on one short line. */
    String summary() {
        String purpose = unit.planned().map(step -> step.purpose() + ": ").orElse("");
        String text = source.text(unit.effect().span()).strip().replaceAll("\\s+", " ");
        return purpose + (text.length() <= SHOWN ? text : text.substring(0, SHOWN - 1) + "…");
    }
}
