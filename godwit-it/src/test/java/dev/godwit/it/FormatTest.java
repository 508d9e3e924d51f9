package dev.godwit.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is formatted. A test and not a plugin of the build, since the formatter parses with the compiler of the JDK that it runs
 * on, which is Maven's own for a plugin and the toolchain's for a test.
 */
class FormatTest {
    private static final int FLOOR = 200;

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void findsEveryJavaFileAsTheFormatterWritesIt() {
        List<Path> files = Repository.modules().stream()
                .map(module -> Repository.root().resolve(module).resolve("src"))
                .flatMap(source -> Repository.javaFiles(source).stream())
                .toList();
        List<String> unformatted = files.parallelStream()
                .filter(file -> !isFormatted(file))
                .map(file -> Repository.root().relativize(file).toString())
                .toList();
        assertThat(files).hasSizeGreaterThan(FLOOR);
        assertThat(unformatted)
                .as("files that are not formatted. Write them anew with Maven on JDK 21 or newer: mvn spotless:apply")
                .isEmpty();
    }

    @Test
    void seesWhatIsNotFormatted() throws FormatterException {
        assertThat(formatted("package a;\nimport java.util.List;\nclass A{int b ;}\n"))
                .isEqualTo("package a;\n\nclass A {\n    int b;\n}\n");
    }

    private boolean isFormatted(Path file) {
        String text = Repository.read(file);
        try {
            return text.equals(formatted(text));
        } catch (FormatterException e) {
            throw new AssertionError("cannot format " + file, e);
        }
    }

    // The three steps of Spotless, in its order.
    private String formatted(String text) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(text, Style.PALANTIR);
        return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }
}
