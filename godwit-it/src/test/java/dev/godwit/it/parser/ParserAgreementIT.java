package dev.godwit.it.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.it.NpmFile;
import dev.godwit.it.TestDatabase;
import dev.godwit.it.parser.Judge.Verdict;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Has Godwit's reading of statements of every kind judged by the grammars of others, and by the servers where those do not read them. */
final class ParserAgreementIT {
    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @EnumSource
    void readsEveryKindOfStatementAsTheJudgesDo(Product product) throws IOException, SQLException {
        List<String> statements = Samples.of(product.dialect().name());
        try (Judge judge = judge(product);
                Judge server = server(product)) {
            assertThat(disagreements(product, judge, server, statements)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void readsTheFixturesOfRulesAsTheJudgesDo(Product product) throws IOException {
        List<String> statements = fixtures(product);
        Assumptions.assumeFalse(statements.isEmpty(), "there are no fixtures for " + product);
        try (Judge judge = judge(product)) {
            List<String> judged = statements.stream()
                    .filter(sql -> !(judge.judge(sql) instanceof Verdict.Refused))
                    .toList();
            assertThat(judged).isNotEmpty();
            assertThat(disagreements(product, judge, sql -> new Verdict.Accepted(), judged))
                    .isEmpty();
        }
    }

    private static Judge judge(Product product) throws IOException {
        try {
            return product.judge();
        } catch (NpmFile.UnavailableException e) {
            String line = "NOT JUDGED BY THE GRAMMAR OF " + product + ": " + e.getMessage();
            System.err.println(line);
            return Assumptions.abort(line);
        }
    }

    private static Judge server(Product product) throws SQLException {
        return switch (product) {
            case MYSQL -> ServerJudge.on(TestDatabase.Product.MYSQL);
            case MARIADB -> ServerJudge.on(TestDatabase.Product.MARIADB);
            // Their judges are the products themselves.
            case POSTGRES, SQLITE -> sql -> new Verdict.Refused("no other judge");
        };
    }

    private static List<String> disagreements(Product product, Judge judge, Judge server, List<String> statements) {
        Comparison comparison = new Comparison(product);
        List<String> disagreements = new ArrayList<>();
        for (String sql : statements) {
            Verdict verdict = judge.judge(sql);
            if (verdict instanceof Verdict.Refused && server.judge(sql) instanceof Verdict.Refused refused) {
                disagreements.add("no %s: %s%n    %s".formatted(product, refused.why(), sql));
            }
            complaint(comparison.compare(sql, verdict), verdict)
                    .ifPresent(complaint -> disagreements.add("%s%n    %s".formatted(sql, complaint)));
        }
        return disagreements;
    }

    private static Optional<String> complaint(Comparison.Outcome outcome, Verdict verdict) {
        return switch (outcome) {
            case Comparison.Outcome.Thrown thrown ->
                Optional.of(thrown.exception().toString());
            case Comparison.Outcome.Untyped untyped -> Optional.of("not read: " + untyped.why());
            case Comparison.Outcome.Typed read ->
                read.facets().isEmpty()
                        ? read.printed()
                        : Optional.of("%s: godwit %s%n    judge %s".formatted(read.facets(), read.read(), verdict));
        };
    }

    // A fixture is named after its product: rules/<rule>/postgres.sql, postgres-bad.sql.
    private static List<String> fixtures(Product product) throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve(Path.of("src", "test", "resources")))
                    .filter(Files::isDirectory)
                    .flatMap(ParserAgreementIT::files)
                    .filter(file -> file.getFileName()
                                    .toString()
                                    .startsWith(product.dialect().name())
                            && file.toString().contains("rules"))
                    .flatMap(file -> statements(product, file))
                    .distinct()
                    .collect(Collectors.toList());
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> statements(Product product, Path file) {
        try {
            SqlSource source = SqlSource.of(file.toString(), Files.readString(file));
            return product.dialect().split(source, source.whole()).statements().stream()
                    .map(Statement::span)
                    .map(source::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
