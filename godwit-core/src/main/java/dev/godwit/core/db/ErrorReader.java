package dev.godwit.core.db;

import java.sql.SQLException;

/** Reads the errors of one driver. */
public interface ErrorReader {
    /** Says what an error means. */
    SqlErrorKind kind(SQLException error);

    /** Returns the words of the server alone: message, detail and hint, without the driver's decoration. */
    String words(SQLException error);

    /** Returns the 1-based character of the statement at which the server saw the error, or 0. */
    int position(SQLException error);

    /**
     * Returns the same for an error of {@code sql}, for products that only quote the place at which they stopped reading.
     */
    default int position(SQLException error, String sql) {
        return position(error);
    }
}
