package dev.godwit.it.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One connection of an application, with its prepared statements. It alone works on the rows whose number it owns, so that it knows what each must
 * hold.
 */
final class Worker implements AutoCloseable {
    /** So many requests in turn are of every kind. */
    static final int KINDS = 12;

    private static final long NEW_ROWS = 1_000_000_000L;

    private final Connection connection;
    private final Ledger ledger;
    private final Failures failures;
    private final Random random;
    private final int own;
    private final int of;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private long inserted;
    private long deleted;

    Worker(Connection connection, Ledger ledger, Failures failures, int own, int of) {
        this.connection = connection;
        this.ledger = ledger;
        this.failures = failures;
        this.own = own;
        this.of = of;
        this.random = new Random(own);
    }

    private enum Kind {
        INSERT,
        UPDATE,
        DELETE,
        READ,
        READ_ALL,
        OTHER
    }

    /** Sends the request of that number; what goes wrong is noted. The server names what it refused. */
    void send(long number, Application application) {
        Kind kind = kind(number);
        long row = row(kind);
        try {
            switch (kind) {
                case INSERT -> insert(application, row);
                case UPDATE -> update(application, row);
                case DELETE -> delete(application, row);
                case READ -> read(application, row);
                case READ_ALL -> readAll(application, row);
                case OTHER -> other(application, number);
            }
        } catch (SQLException e) {
            failures.failed(kind == Kind.READ_ALL, kind + " of row " + row, e);
        }
    }

    private static Kind kind(long number) {
        return switch ((int) (number % KINDS)) {
            case 0, 1 -> Kind.INSERT;
            case 2, 3, 4 -> Kind.UPDATE;
            case 5 -> Kind.DELETE;
            case 6 -> Kind.READ_ALL;
            case 7 -> Kind.OTHER;
            default -> Kind.READ;
        };
    }

    private long row(Kind kind) {
        return switch (kind) {
            case INSERT -> numberOfNew(inserted++);
            case DELETE -> random.nextBoolean() || deleted >= inserted ? numberOfOld() : numberOfNew(deleted++);
            case UPDATE, READ, READ_ALL, OTHER ->
                inserted > 0 && random.nextInt(4) == 0 ? numberOfNew(random.nextLong(inserted)) : numberOfOld();
        };
    }

    private long numberOfNew(long count) {
        return NEW_ROWS + count * of + own;
    }

    private long numberOfOld() {
        long slots = ledger.size() / of;
        return 1 + random.nextLong(slots) * of + own;
    }

    private void insert(Application application, long row) throws SQLException {
        long value = random.nextInt(1_000_000);
        expect(1, change(application.insert(), row, value), application.insert(), row);
        ledger.wrote(row, value);
    }

    private void update(Application application, long row) throws SQLException {
        long value = random.nextInt(1_000_000);
        int there = ledger.value(row).isPresent() ? 1 : 0;
        expect(there, change(application.update(), value, row), application.update(), row);
        if (there == 1) {
            ledger.wrote(row, value);
        }
    }

    private void delete(Application application, long row) throws SQLException {
        int there = ledger.value(row).isPresent() ? 1 : 0;
        expect(there, change(application.delete(), row), application.delete(), row);
        ledger.removed(row);
    }

    private void read(Application application, long row) throws SQLException {
        PreparedStatement statement = prepare(application.read(), row);
        try (ResultSet rows = statement.executeQuery()) {
            Optional<String> found = rows.next() ? Optional.of(String.valueOf(rows.getString(1))) : Optional.empty();
            Optional<String> wanted = ledger.value(row).map(String::valueOf);
            if (!found.equals(wanted)) {
                failures.wrongRead(application.read() + " of row " + row + " gave " + found + " and not " + wanted);
            }
        }
    }

    private void readAll(Application application, long row) throws SQLException {
        try (ResultSet rows = prepare(application.readAll(), row).executeQuery()) {
            boolean found = rows.next();
            if (found != ledger.value(row).isPresent()) {
                failures.wrongRead(application.readAll() + " of row " + row + (found ? " found one" : " found none"));
            }
        }
    }

    private void other(Application application, long number) throws SQLException {
        List<String> others = application.others();
        if (!others.isEmpty()) {
            prepare(others.get((int) (number / KINDS % others.size()))).execute();
        }
    }

    private void expect(int wanted, int changed, String sql, long row) {
        if (wanted != changed) {
            failures.wrongRead(sql + " of row " + row + " changed " + changed + " rows and not " + wanted);
        }
    }

    private int change(String sql, long... parameters) throws SQLException {
        return prepare(sql, parameters).executeUpdate();
    }

    private PreparedStatement prepare(String sql, long... parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            // As text without a type, so that the server takes the type that the column has at the time.
            statement.setString(i + 1, String.valueOf(parameters[i]));
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
