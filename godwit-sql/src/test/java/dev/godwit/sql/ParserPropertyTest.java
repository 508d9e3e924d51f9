package dev.godwit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.godwit.sql.Statement.Unparsed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What holds for every statement, however somebody has edited it. */
final class ParserPropertyTest {
    private static final int TRIES = 3_000;
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** A statement of a dialect. */
    record Sample(Dialect dialect, String sql) {
        @Override
        public String toString() {
            return dialect.name() + " <" + sql + ">";
        }
    }

    /** What somebody does to one place of a text, which is given in thousandths of it. */
    record Edit(Kind kind, int place, int length, String text) {
        enum Kind {
            DELETE,
            DUPLICATE,
            SWAP,
            INSERT
        }

        List<String> of(List<String> pieces) {
            if (pieces.isEmpty()) {
                return pieces;
            }
            int from = place * (pieces.size() - 1) / 1_000;
            int to = Math.min(pieces.size(), from + length);
            List<String> edited = new ArrayList<>(pieces);
            switch (kind) {
                case DELETE -> edited.subList(from, to).clear();
                case DUPLICATE -> edited.addAll(to, List.copyOf(edited.subList(from, to)));
                case SWAP -> edited.addFirst(edited.remove(from));
                case INSERT -> edited.add(from, text);
            }
            return edited;
        }
    }

    @Provide
    Arbitrary<Sample> statements() {
        return Arbitraries.of(Splits.ALL)
                .flatMap(dialect -> Arbitraries.of(SampleStatements.of(dialect)).map(sql -> new Sample(dialect, sql)));
    }

    @Provide
    Arbitrary<Sample> editedTokens() {
        return edited("(?<=\\W)|(?=\\W)");
    }

    @Provide
    Arbitrary<Sample> editedCharacters() {
        return edited("");
    }

    private Arbitrary<Sample> edited(String pieces) {
        return Combinators.combine(statements(), edits().list().ofMinSize(1).ofMaxSize(4))
                .as((sample, edits) -> {
                    List<String> parts = List.of(sample.sql().split(pieces));
                    for (Edit edit : edits) {
                        parts = edit.of(parts);
                    }
                    return new Sample(sample.dialect(), String.join("", parts));
                });
    }

    private static Arbitrary<Edit> edits() {
        return Combinators.combine(
                        Arbitraries.of(Edit.Kind.class),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.of(SplitPropertyTest.DANGEROUS))
                .as(Edit::new);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void readsWhateverTokensWereEdited(@ForAll("editedTokens") Sample sample) {
        check(sample, sample.sql().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void readsWhateverCharactersWereEdited(@ForAll("editedCharacters") Sample sample) {
        check(sample, sample.sql().getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void readsWhateverBytesWereChanged(
            @ForAll("statements") Sample sample, @ForAll List<Byte> bytes, @ForAll int place) {
        byte[] text = sample.sql().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.size(); i++) {
            text[Math.floorMod(place + 7 * i, text.length)] = bytes.get(i);
        }
        check(sample, text);
    }

    @Property(tries = TRIES, shrinking = ShrinkingMode.BOUNDED)
    void readsTheStartOfAnyStatement(@ForAll("statements") Sample sample, @ForAll int length) {
        byte[] text = sample.sql().getBytes(StandardCharsets.UTF_8);
        check(sample, Arrays.copyOf(text, Math.floorMod(length, text.length)));
    }

    private static void check(Sample sample, byte[] text) {
        SqlSource source = SqlSource.of("edited", ByteBuffer.wrap(text));
        assertTimeoutPreemptively(BOUND, () -> {
            Script script = sample.dialect().split(source, source.whole());
            rebuilds(script);
            script.statements().forEach(statement -> readsAgain(sample.dialect(), source, statement));
            readsAgain(sample.dialect(), source, sample.dialect().statement(source, source.whole()));
        });
    }

    private static void rebuilds(Script script) {
        int at = 0;
        for (SourceSpan span : Splits.covered(script)) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            assertThat(span.end()).isLessThanOrEqualTo(script.part().end());
            at = span.end();
        }
    }

    private static void readsAgain(Dialect dialect, SqlSource source, Statement statement) {
        dialect.names(source, statement);
        Trees.placesWithin(statement);
        String printed = dialect.print(source, statement);
        // What is no UTF-8 cannot be written as it was, and whether a backslash is a command to the client depends on
        // where it stands.
        boolean plain = printed.indexOf('\uFFFD') < 0 && printed.indexOf('\\') < 0;
        if (plain && !(statement instanceof Unparsed)) {
            assertThat(Trees.spanless(Trees.read(dialect, printed)))
                    .as("the tree of <%s>", printed)
                    .isEqualTo(Trees.spanless(statement));
        }
    }
}
