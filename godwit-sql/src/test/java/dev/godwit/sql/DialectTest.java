package dev.godwit.sql;

import static dev.godwit.sql.Splits.MARIADB;
import static dev.godwit.sql.Splits.MYSQL;
import static dev.godwit.sql.Splits.POSTGRES;
import static dev.godwit.sql.Splits.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DialectTest {
    @Test
    void quotesNames() {
        assertThat(POSTGRES.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        assertThat(MYSQL.quote("a`b")).isEqualTo("`a``b`");
        assertThat(SQLITE.quote("a\"b")).isEqualTo("\"a\"\"b\"");
        Splits.ALL.forEach(dialect ->
                assertThatThrownBy(() -> dialect.quote("a\0b")).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void writesLiteralsThatReadAlikeInEverySession() {
        assertThat(POSTGRES.literal("it's")).isEqualTo("'it''s'");
        assertThat(POSTGRES.literal("\\'")).isEqualTo("E'\\\\'''");
        assertThat(MYSQL.literal("it's")).isEqualTo("'it''s'");
        assertThat(MARIADB.literal("\\\u00E9")).isEqualTo("_utf8mb4 X'5cc3a9'");
        assertThat(SQLITE.literal("it's \\")).isEqualTo("'it''s \\'");
        assertThat(SQLITE.literal("a\0")).isEqualTo("CAST(X'6100' AS TEXT)");
    }

    @Test
    void namesWhatAStatementMentions() {
        assertThat(names(POSTGRES, "INSERT INTO s.T VALUES ('word', \"Q\")"))
                .containsExactlyInAnyOrder("insert", "into", "s", "t", "values", "Q");
        assertThat(names(POSTGRES, "DO $$ BEGIN DROP TABLE Gone; END $$")).contains("gone", "Gone");
        assertThat(names(MYSQL, "SET @s = 'DROP TABLE gone'")).contains("gone");
        assertThat(names(MYSQL, "PREPARE p FROM 'DROP TABLE gone'")).contains("gone");
        assertThat(names(MYSQL, "SELECT 'gone', \"there\", `here`"))
                .contains("there", "here")
                .doesNotContain("gone");
        assertThat(names(SQLITE, "DROP TABLE [a b]")).contains("a b");
        assertThat(names(POSTGRES, "SELECT " + many())).hasSize(500);
    }

    @Test
    void readsWhatItIsToldToBeOneStatement() {
        assertThat(whole(POSTGRES, "-- a\nCREATE FUNCTION f(); SELECT 1;\n ; -- b\n"))
                .isEqualTo("CREATE FUNCTION f(); SELECT 1");
        assertThat(whole(MYSQL, "SELECT 1; SELECT 2; END; # c")).isEqualTo("SELECT 1; SELECT 2; END");
        assertThat(whole(SQLITE, "\nSELECT 1;\n")).isEqualTo("SELECT 1");
        assertThat(whole(POSTGRES, "-- nothing\n")).isEqualTo("-- nothing\n");
    }

    @Test
    void listsCommentsBetweenStatements() {
        SqlSource source = Splits.source(
                "-- godwit:up\r\nSELECT '-- no', /* no */ 1; /* yes */\n-- godwit:down\nCOPY t FROM stdin;\n-- row\n\\.\n-- end");
        List<String> comments = POSTGRES.comments(source, source.whole()).stream()
                .map(source::text)
                .toList();
        assertThat(comments).containsExactly("-- godwit:up", "/* yes */", "-- godwit:down", "-- end");
        SqlSource mysql = Splits.source("# a\nDELIMITER -- \n/*! SELECT 1 */ -- x\n");
        assertThat(MYSQL.comments(mysql, mysql.whole()).stream().map(mysql::text))
                .containsExactly("# a");
    }

    @Test
    void listsLines() {
        SqlSource source = Splits.source("a\r\n\n b\rc\nd");
        assertThat(source.lines(source.whole()).stream().map(source::text)).containsExactly("a", "", " b\rc", "d");
        assertThat(source.lines(new SourceSpan(1, 4)).stream().map(source::text))
                .containsExactly("", "");
        assertThat(source.lines(new SourceSpan(0, 0))).isEmpty();
    }

    private static Set<String> names(Dialect dialect, String sql) {
        return dialect.names(Splits.source(sql), Splits.only(dialect, sql));
    }

    private static String many() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("b").append(i).append(", ");
        }
        return many.append("c").toString();
    }

    private static String whole(Dialect dialect, String sql) {
        SqlSource source = Splits.source(sql);
        return source.text(dialect.statement(source, source.whole()).span());
    }
}
