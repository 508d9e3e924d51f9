package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Statement.CopyFromStdin;
import dev.godwit.sql.mysql.MariadbDialect;
import dev.godwit.sql.mysql.MysqlDialect;
import dev.godwit.sql.postgres.PostgresDialect;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.util.ArrayList;
import java.util.List;

/** Splits texts for the tests. */
final class Splits {
    static final Dialect POSTGRES = new PostgresDialect();
    static final Dialect MYSQL = new MysqlDialect();
    static final Dialect MARIADB = new MariadbDialect();
    static final Dialect SQLITE = new SqliteDialect();
    static final List<Dialect> ALL = List.of(POSTGRES, MYSQL, MARIADB, SQLITE);

    private Splits() {}

    static SqlSource source(String sql) {
        return SqlSource.of("test.sql", sql);
    }

    static List<Statement> statements(Dialect dialect, String sql) {
        SqlSource source = source(sql);
        return dialect.split(source, source.whole()).statements();
    }

    static Statement only(Dialect dialect, String sql) {
        List<Statement> statements = statements(dialect, sql);
        assertThat(statements).as("statements of %s", sql).hasSize(1);
        return statements.getFirst();
    }

    /** Returns the text of each statement. */
    static List<String> texts(Dialect dialect, String sql) {
        SqlSource source = source(sql);
        return dialect.split(source, source.whole()).statements().stream()
                .map(statement -> source.text(statement.span()))
                .toList();
    }

    /** Returns the spans of a script that are no gaps, in order. */
    static List<SourceSpan> covered(Script script) {
        List<SourceSpan> spans = new ArrayList<>();
        for (Statement statement : script.statements()) {
            spans.add(statement.span());
            if (statement instanceof CopyFromStdin copy) {
                spans.add(copy.data());
            }
        }
        return spans;
    }
}
