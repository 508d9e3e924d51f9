package dev.godwit.sqlite.lint;

import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Unparsed;
import dev.godwit.sql.mysql.MysqlDialect;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads an ALTER TABLE that SQLite has no syntax for as those products would that have one. */
final class MeantElsewhere {
    private static final List<Dialect> DIALECTS = List.of(new PostgresDialect(), new MysqlDialect());

    private MeantElsewhere() {}

    /** Tells whether a statement is an ALTER that cannot be read: SQLite alters nothing but tables, in few ways, all of which are known. */
    static boolean isForeignAlter(StatementContext statement) {
        return statement.statement() instanceof Unparsed
                && statement.text().toUpperCase(Locale.ROOT).startsWith("ALTER");
    }

    /** Returns the ALTER TABLE that is meant. */
    static Optional<AlterTable> of(StatementContext statement) {
        if (statement.statement() instanceof AlterTable alter) {
            return Optional.of(alter);
        }
        SqlSource text = SqlSource.of(statement.file().name(), statement.text());
        return DIALECTS.stream()
                .map(dialect -> dialect.statement(text, text.whole()))
                .flatMap(read -> table(read).stream())
                .findFirst();
    }

    private static Optional<AlterTable> table(Statement read) {
        return read instanceof AlterTable alter && alter.kind().equals("TABLE") ? Optional.of(alter) : Optional.empty();
    }
}
