package dev.godwit.it.parser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how far Godwit's parsers agree with their judges on a corpus: {@code ParserAgreement CORPUS.jsonl… [--examples N]}. Each line of a
 * corpus is an object with {@code sql} and whether a server took it: {@code valid} for PostgreSQL, {@code mysql8}, {@code mariadb1011}.
 */
final class ParserAgreement {
    private static final JsonMapper JSON = new JsonMapper();

    private ParserAgreement() {}

    /** Prints a table for each product that a corpus speaks of. */
    public static void main(String[] arguments) throws IOException {
        List<String> files = new ArrayList<>(List.of(arguments));
        int option = files.indexOf("--examples");
        int examples = 0;
        if (option >= 0) {
            examples = Integer.parseInt(files.remove(option + 1));
            files.remove(option);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("usage: ParserAgreement CORPUS.jsonl… [--examples N]");
        }
        for (String file : files) {
            print(Path.of(file), examples);
        }
    }

    @SuppressWarnings("SystemOut")
    private static void print(Path corpus, int examples) throws IOException {
        List<Map<String, Object>> lines = read(corpus);
        for (Product product : Product.values()) {
            if (lines.stream().anyMatch(line -> product.validity(line).isPresent())) {
                System.out.println(product + ", " + corpus.getFileName());
                AgreementTable table = table(product, lines, examples);
                table.lines().forEach(System.out::println);
                table.exampleLines().forEach(System.out::println);
                System.out.println();
            }
        }
    }

    private static List<Map<String, Object>> read(Path corpus) throws IOException {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : Files.readAllLines(corpus)) {
            if (!line.isBlank()) {
                lines.add(JSON.readValue(line, new TypeReference<Map<String, Object>>() {}));
            }
        }
        return lines;
    }

    private static AgreementTable table(Product product, List<Map<String, Object>> lines, int examples)
            throws IOException {
        Judge judge = product.judge();
        Comparison comparison = new Comparison(product);
        AgreementTable table = new AgreementTable(examples);
        for (Map<String, Object> line : lines) {
            String sql = String.valueOf(line.get("sql"));
            Optional<Boolean> valid = product.validity(line);
            if (valid.isPresent() && valid.get()) {
                Judge.Verdict verdict = judge.judge(sql);
                table.add(sql, verdict, comparison.compare(sql, verdict));
            } else if (valid.isPresent()) {
                table.addInvalid(sql, comparison.compare(sql, new Judge.Verdict.Accepted()));
            }
        }
        return table;
    }
}
