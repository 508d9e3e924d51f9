package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.godwit.core.engine.Godwit;
import dev.godwit.core.engine.Resolution;
import dev.godwit.core.engine.RollbackTarget;
import dev.godwit.core.engine.RunMode;
import dev.godwit.core.execute.Event;
import dev.godwit.core.history.MigrationStatus;
import dev.godwit.core.migration.MigrationId;
import dev.godwit.it.TestDatabase.Product;
import dev.godwit.sql.GodwitException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the history tables of golang-migrate, goose and diesel with what the tools' own sources say. The tools themselves are not
 * run: no package of theirs was found on npm or among Debian's under their own names.
 */
final class DocumentedToolIT {
    @TempDir
    Path folder = Path.of("set by JUnit");

    static Stream<Arguments> toolsAndProducts() {
        return Stream.of(DocumentedTool.values())
                .flatMap(tool -> Stream.of(Product.POSTGRES_18, Product.MYSQL, Product.MARIADB, Product.SQLITE)
                        .map(product -> Arguments.of(tool, product)));
    }

    private Godwit godwit(TestDatabase database) {
        return Migrations.godwit(database.url(), folder, event -> {});
    }

    private int migrate(TestDatabase database) {
        return godwit(database).migrate(Optional.empty(), RunMode.RUN).ran().size();
    }

    private static TestDatabase leftBy(DocumentedTool tool, Product product, int count) {
        TestDatabase database = ToolDatabases.fresh(product);
        tool.table(product).forEach(database::execute);
        for (int number = 1; number <= count; number++) {
            database.execute("CREATE TABLE t" + number + " (id int)");
        }
        tool.applied(count).forEach(database::execute);
        return database;
    }

    @ParameterizedTest
    @MethodSource("toolsAndProducts")
    void writesTheTableAndTheRowsThatTheToolWrites(DocumentedTool tool, Product product) {
        Migrations.write(folder, tool.files(4));
        TestDatabase ours = ToolDatabases.fresh(product);
        assertThat(migrate(ours)).isEqualTo(4);
        TestDatabase theirs = leftBy(tool, product, 4);
        assertThat(TableDefinitions.of(ours, tool.tableName()))
                .isNotEmpty()
                .isEqualTo(TableDefinitions.of(theirs, tool.tableName()));
        assertThat(ours.rows(tool.rowsQuery())).isNotEmpty().isEqualTo(theirs.rows(tool.rowsQuery()));
        assertThat(godwit(theirs).validate()).isEmpty();
        assertThat(migrate(theirs)).isZero();
    }

    @ParameterizedTest
    @MethodSource("toolsAndProducts")
    void goesOnWhereTheToolStopped(DocumentedTool tool, Product product) {
        Migrations.write(folder, tool.files(4));
        TestDatabase database = leftBy(tool, product, 2);
        assertThat(godwit(database).status().problems()).isEmpty();
        assertThat(godwit(database).migrate(Optional.empty(), RunMode.RUN).ran())
                .extracting(ran -> ran.migration().file())
                .containsExactlyElementsOf(tool.files(4).keySet().stream()
                        .filter(file -> file.contains("3") || file.contains("4"))
                        .filter(file -> !file.contains("down.sql"))
                        .sorted()
                        .toList());
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, product, 4).rows(tool.rowsQuery()));
    }

    @ParameterizedTest
    @MethodSource("toolsAndProducts")
    void leavesTheRowsThatTheToolLeavesOnTheWayBack(DocumentedTool tool, Product product) {
        Migrations.write(folder, tool.files(4));
        TestDatabase database = leftBy(tool, product, 4);
        godwit(database).rollback(new RollbackTarget.Steps(2), RunMode.RUN);
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, product, 2).rows(tool.rowsQuery()));
        godwit(database).rollback(new RollbackTarget.To(new MigrationId("0")), RunMode.RUN);
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, product, 0).rows(tool.rowsQuery()));
    }

    @ParameterizedTest
    @MethodSource("toolsAndProducts")
    void setsABaselineAsIfTheToolHadApplied(DocumentedTool tool, Product product) {
        Migrations.write(folder, tool.files(3));
        TestDatabase database = ToolDatabases.fresh(product);
        assertThat(godwit(database).baseline(Optional.empty(), RunMode.RUN)).isEqualTo(3);
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, product, 3).rows(tool.rowsQuery()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"MYSQL", "MARIADB"})
    void marksAHalfDoneMigrationAsDirtyAsGolangMigrateDoes(Product product) {
        DocumentedTool tool = DocumentedTool.GOLANG_MIGRATE;
        Migrations.write(folder, tool.files(1));
        Migrations.write(folder, tool.file(2, "CREATE TABLE t2 (id int); INSERT INTO no_such_table VALUES (1);", ""));
        TestDatabase database = ToolDatabases.fresh(product);
        assertThatThrownBy(() -> migrate(database)).isInstanceOf(GodwitException.class);
        assertThat(database.rows(tool.rowsQuery())).containsExactly("2|1");
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "MYSQL", "MARIADB", "SQLITE"})
    void stopsAtADirtyVersionUntilAHumanHasDecided(Product product) {
        DocumentedTool tool = DocumentedTool.GOLANG_MIGRATE;
        Migrations.write(folder, tool.files(3));
        TestDatabase database = leftBy(tool, product, 2);
        database.execute("UPDATE schema_migrations SET dirty = true");
        assertThat(godwit(database).status().count(MigrationStatus.State.FAILED))
                .isOne();
        assertThatThrownBy(() -> migrate(database)).hasMessageContaining("godwit resolve --applied 2");
        godwit(database).resolve(new MigrationId("000002"), Resolution.APPLIED, RunMode.RUN);
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, product, 2).rows(tool.rowsQuery()));
        assertThat(migrate(database)).isOne();
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentedTool.class,
            names = {"GOLANG_MIGRATE", "GOOSE"})
    void understandsVersionsWithLeadingZeros(DocumentedTool tool) {
        Migrations.write(folder, tool.files(3));
        TestDatabase database = ToolDatabases.fresh(Product.SQLITE);
        godwit(database).migrate(Optional.of(new MigrationId("000002")), RunMode.RUN);
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, Product.SQLITE, 2).rows(tool.rowsQuery()));
        godwit(database).rollback(new RollbackTarget.To(new MigrationId("0001")), RunMode.RUN);
        assertThat(database.rows(tool.rowsQuery()))
                .isEqualTo(leftBy(tool, Product.SQLITE, 1).rows(tool.rowsQuery()));
        assertThatThrownBy(() -> godwit(database).migrate(Optional.of(new MigrationId("0009")), RunMode.RUN))
                .hasMessageContaining("cannot find migration \"0009\"");
    }

    @ParameterizedTest
    @EnumSource(
            value = Product.class,
            names = {"POSTGRES_18", "SQLITE"})
    void tellsOfAFileThatDieselPassesOver(Product product) {
        Migrations.write(folder, DocumentedTool.DIESEL.files(2));
        Migrations.write(folder, Map.of("data.sql", "no SQL at all"));
        TestDatabase database = ToolDatabases.fresh(product);
        List<String> noted = new ArrayList<>();
        Godwit godwit = Migrations.godwit(database.url(), folder, event -> {
            if (event instanceof Event.FolderNoted told) {
                noted.add(told.note().file());
            }
        });
        assertThat(godwit.migrate(Optional.empty(), RunMode.RUN).ran()).hasSize(2);
        assertThat(noted).containsExactly("data.sql");
        assertThat(godwit.status().notes()).hasSize(1);
        assertThat(godwit.status().problems()).isEmpty();
        assertThat(godwit.validate()).isEmpty();
    }
}
