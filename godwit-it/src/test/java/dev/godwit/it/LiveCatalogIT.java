package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Age;
import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Measures;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.db.Session;
import dev.godwit.core.engine.Engine;
import dev.godwit.it.CatalogText.NotNulls;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Unparsed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A folder's history, folded without a server, and the server on which it was run tell the same schema. */
final class LiveCatalogIT {
    /** The tables that a full-text table of SQLite keeps its index in. */
    private static final Pattern SHADOW = Pattern.compile("table words_");

    @ParameterizedTest
    @EnumSource(Product.class)
    void foldedHistoryAndLiveSchemaAgree(Product product) {
        Engine engine = product.engine();
        TestDatabase database = TestDatabase.fresh(product);
        Catalog folded = Catalog.empty(engine.conventions());
        SqlSource source = source(product);
        List<String> unread = new ArrayList<>();
        Catalog live;
        try (Session session = database.connect()) {
            for (Statement statement :
                    engine.dialect().split(source, source.whole()).statements()) {
                if (isTooNew(product, source.text(statement.span()))) {
                    continue;
                }
                if (statement instanceof Unparsed unparsed) {
                    unread.add(source.text(unparsed.span()));
                }
                session.execute(source.text(statement.span()));
                folded = folded.after(statement);
            }
            live = engine.catalogReader().read(session);
        }
        assertThat(unread).as("statements that cannot be read").isEmpty();
        assertThat(live.extent()).isEqualTo(Catalog.Extent.WHOLE);
        NotNulls notNulls = product == Product.POSTGRES_18 ? NotNulls.NAMED : NotNulls.UNNAMED;
        Set<QualifiedName> outlines = folded.tables().stream()
                .filter(table -> table.knowledge() == Table.Knowledge.PARTIAL)
                .map(Table::name)
                .collect(Collectors.toSet());
        assertThat(lines(folded.nextMigration(), outlines, notNulls))
                .as("what the history tells, against what %s tells", product)
                .isEqualTo(lines(live, outlines, notNulls));
        assertThatSizesArePlausible(live);
    }

    private static String lines(Catalog catalog, Set<QualifiedName> outlines, NotNulls notNulls) {
        return CatalogText.of(catalog, outlines, notNulls).stream()
                .filter(line -> !SHADOW.matcher(line).lookingAt())
                .collect(Collectors.joining("\n"));
    }

    // UNIQUE NULLS NOT DISTINCT came with 15
    private static boolean isTooNew(Product product, String statement) {
        return product == Product.POSTGRES_14 && statement.contains("NULLS NOT DISTINCT");
    }

    private static void assertThatSizesArePlausible(Catalog live) {
        Table people =
                live.table(new QualifiedName(List.of(new Identifier("people")))).orElseThrow();
        Measures measures = people.measures().orElseThrow();
        // 141 on PostgreSQL, whose counters may count rows twice that one session inserts and analyses
        assertThat(measures.rows()).isBetween(3L, 2 * 141L);
        assertThat(measures.bytes()).isBetween(1024L, 1L << 22);
        assertThat(measures.indexBytes()).isBetween(1024L, 1L << 22);
        assertThat(live.tables()).allSatisfy(table -> assertThat(table.age()).isEqualTo(Age.OLD));
    }

    private static SqlSource source(Product product) {
        String name = product.engine().id() + ".sql";
        try (InputStream in =
                LiveCatalogIT.class.getResourceAsStream("/live-catalog/" + name.toLowerCase(Locale.ROOT))) {
            return SqlSource.of(
                    name, new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
