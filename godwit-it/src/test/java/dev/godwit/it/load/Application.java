package dev.godwit.it.load;

import java.util.List;

/**
 * What one version of an application says. Each row that it works on has a number of its own and holds a value, a whole number that it reads as text.
 *
 * @param insert adds a row: number, value
 * @param update changes the value of a row: value, number
 * @param delete removes a row: number
 * @param read asks for the value of a row: number
 * @param readAll asks for every column of a row by {@code SELECT *}: number
 * @param rows asks for the number and the value of every row, without parameters
 * @param others is said too, without parameters, and must not fail
 */
record Application(
        String insert, String update, String delete, String read, String readAll, String rows, List<String> others) {

    /** One that keeps its values in a column of a table; {@code more} are further columns and what is written there. */
    static Application of(String table, String number, String value, String moreColumns, String moreValues) {
        return new Application(
                "INSERT INTO %s (%s, %s%s) VALUES (?, ?%s)".formatted(table, number, value, moreColumns, moreValues),
                "UPDATE %s SET %s = ? WHERE %s = ?".formatted(table, value, number),
                "DELETE FROM %s WHERE %s = ?".formatted(table, number),
                "SELECT %s FROM %s WHERE %s = ?".formatted(value, table, number),
                "SELECT * FROM %s WHERE %s = ?".formatted(table, number),
                "SELECT %s, %s FROM %s WHERE %s > 0".formatted(number, value, table, number),
                List.of());
    }

    Application also(String... statements) {
        return new Application(insert, update, delete, read, readAll, rows, List.of(statements));
    }
}
