package dev.godwit.core.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.Engine;
import dev.godwit.core.lint.Fixture.Mark;
import dev.godwit.core.lint.Fixture.Reach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Runs the rules of one product on the fixtures of its module, {@code src/test/resources/rules/<rule>/<product>[-<version>].sql}; those of rules for several
 * products, too, lie in the module of the product whose SQL they hold. A rule has a case that it finds, one that it leaves alone, and one on each
 * side of a version at which its answer changes.
 *
 * <pre>
 * -- server: postgres:11                   the version, for the file or after "case" for that case; the newest one unless said
 * -- case: the table is new                a new history begins; nothing is known of the schema
 * -- file: 2.sql                           the next migration of that history begins
 * -- down:                                 the way back of the migration above begins
 * -- transaction: none                     this migration is run without a transaction
 * -- option: table-name-case style = snake a setting of a rule, for the case
 * -- live: CREATE TABLE users (id int)     the server is asked, and says that it has this; one line each
 * -- measures: users rows=5000000 bytes=1_000_000_000 indexBytes=0 writes=0 reads=0
 * -- sequence: users_id_seq 2000000000     where a sequence stands
 * -- finds: set-not-null-scan "users"      the next statement is found, with that text in what is said of it
 * -- finds-in-file: locks-pile-up          the file is found as a whole; stands anywhere in it
 * -- finds-in-folder: missing-down         the folder is found as a whole
 * </pre>
 *
 * Whatever a rule finds where it is not said fails the test: for the rule of the folder and those that the case mentions. Allows and sizes
 * count; configuration does not.
 */
public final class RuleFixtures {
    private static final Path FOLDER = Path.of("src/test/resources/rules");

    private final Engine engine;
    private final Path folder;

    private RuleFixtures(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /** Makes a test of each case of the module that the tests run in. */
    public static Stream<DynamicTest> of(Engine engine) {
        return of(engine, FOLDER);
    }

    /** Makes a test of each case below {@code folder}. */
    static Stream<DynamicTest> of(Engine engine, Path folder) {
        return new RuleFixtures(engine, folder).tests();
    }

    private Stream<DynamicTest> tests() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(this::isOurs).sorted().toList().stream().flatMap(this::tests);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(Path file) {
        return file.getFileName().toString().matches(engine.id() + "(-[\\d.]+)?\\.sql");
    }

    private Stream<DynamicTest> tests(Path file) {
        String name = folder.relativize(file).toString();
        String rule = folder.relativize(file).getName(0).toString();
        try {
            return Fixture.read(name, Files.readString(file)).stream()
                    .map(fixture -> DynamicTest.dynamicTest(
                            fixture.name(), file.toUri(), () -> check(rule, fixture, version(file, fixture))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerVersion version(Path file, Fixture fixture) {
        String name = file.getFileName().toString();
        String ofName = name.substring(engine.id().length(), name.length() - ".sql".length());
        Optional<String> said = fixture.server()
                .map(server -> server.substring(server.indexOf(':') + 1))
                .or(() -> Optional.of(ofName).filter(text -> !text.isEmpty()).map(text -> text.substring(1)));
        return said.map(text -> engine.versions()
                        .find(text)
                        .orElseThrow(() -> new IllegalArgumentException(fixture.name() + ": no version " + text)))
                .orElseGet(engine.versions()::newest);
    }

    private void check(String rule, Fixture fixture, ServerVersion version) {
        LintProduct product = engine.lintProduct(version);
        Set<String> rules = new HashSet<>();
        rules.add(rule);
        fixture.marks().forEach(mark -> rules.add(mark.rule()));
        assertThat(product.rules())
                .as("the rules for %s, in BuiltInRules and Engine.rules()", engine.id())
                .extracting(known -> known.info().id().value())
                .containsAll(rules);
        LintInput input = fixture.input(engine.conventions());
        Sizes sizes = new Sizes(input.live());
        Linter linter = new Linter(product, everything(product, fixture));
        List<RuleRun.Hit> hits = linter.hits(input, product.rules());
        List<Rule> askedOfAll =
                product.rules().stream().<Rule>map(AskedOfAll::new).toList();
        assertThat(hits)
                .as("what the rules find in the kinds of statements that they name, and in all")
                .extracting(RuleFixtures::text)
                .isEqualTo(linter.hits(input, askedOfAll).stream()
                        .map(RuleFixtures::text)
                        .toList());
        compare(
                fixture,
                hits.stream()
                        .filter(hit -> rules.contains(hit.rule().id().value()))
                        .filter(hit -> sizes.of(hit.found()) != Sizes.Weight.NONE)
                        .toList());
    }

    private record AskedOfAll(Rule rule) implements Rule {
        @Override
        public RuleInfo info() {
            return rule.info();
        }

        @Override
        public Stream<Found> check(StatementContext statement) {
            return rule.check(statement);
        }

        @Override
        public Stream<Found> check(FileContext file) {
            return rule.check(file);
        }

        @Override
        public Stream<Found> check(FolderContext folder) {
            return rule.check(folder);
        }
    }

    private static LintSettings everything(LintProduct product, Fixture fixture) {
        Set<RuleId> ids = product.rules().stream().map(rule -> rule.info().id()).collect(Collectors.toSet());
        return new LintSettings(LintSettings.Levels.NONE, List.of(), fixture.options(), () -> ids);
    }

    private static void compare(Fixture fixture, List<RuleRun.Hit> hits) {
        List<String> wrong = new ArrayList<>();
        List<RuleRun.Hit> unexpected = new ArrayList<>(hits);
        for (Mark mark : fixture.marks()) {
            List<RuleRun.Hit> there =
                    hits.stream().filter(hit -> fits(mark, fixture, hit)).toList();
            unexpected.removeAll(there);
            if (there.stream().noneMatch(hit -> text(hit).contains(mark.text()))) {
                wrong.add("line " + mark.line() + ": " + mark.rule() + " does not find it"
                        + (mark.text().isEmpty() ? "" : " with \"" + mark.text() + "\"")
                        + there.stream()
                                .map(hit -> "\n      it says: " + text(hit))
                                .reduce("", String::concat));
            }
        }
        unexpected.forEach(hit -> wrong.add(where(hit) + ": " + hit.rule().id() + " finds it: " + text(hit)));
        if (!wrong.isEmpty()) {
            fail(fixture.name() + "\n  " + String.join("\n  ", wrong));
        }
    }

    private static boolean fits(Mark mark, Fixture fixture, RuleRun.Hit hit) {
        if (!hit.rule().id().value().equals(mark.rule())) {
            return false;
        }
        Reach reach = hit.found().at().isPresent()
                ? Reach.STATEMENT
                : hit.found().in().isPresent() ? Reach.FILE : Reach.FOLDER;
        if (reach != mark.reach()) {
            return false;
        }
        FileContext file = hit.found().in().orElse(null);
        if (file == null) {
            return true;
        }
        if (file.source() != fixture.sections().get(mark.section()).source()) {
            return false;
        }
        return hit.found()
                .at()
                .map(statement -> statement.index() == marked(file, mark.offset()))
                .orElse(true);
    }

    private static int marked(FileContext file, int offset) {
        return file.statements().stream()
                .filter(statement -> statement.statement().span().end() > offset)
                .mapToInt(StatementContext::index)
                .min()
                .orElseThrow(() -> new IllegalArgumentException("a mark stands behind the last statement"));
    }

    private static String where(RuleRun.Hit hit) {
        return hit.found()
                .at()
                .map(statement -> "line "
                        + statement
                                .file()
                                .source()
                                .position(statement.statement().span().start()))
                .orElse("file or folder");
    }

    private static String text(RuleRun.Hit hit) {
        return hit.found().happens() + " | " + hit.found().because() + " | "
                + String.join(" ", hit.found().instead());
    }
}
