package dev.godwit.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HelperNamesTest {
    private static final QualifiedName ORDERS = new QualifiedName(List.of(new Identifier("orders")));

    @Test
    void areTheSameForTheSamePurpose() {
        assertThat(HelperNames.of("present", ORDERS, "status")).isEqualTo(HelperNames.of("present", ORDERS, "status"));
    }

    @Test
    void differByTableAndPart() {
        QualifiedName others = new QualifiedName(List.of(new Identifier("others")));
        assertThat(List.of(
                        HelperNames.of("present", ORDERS, "a"),
                        HelperNames.of("present", others, "a"),
                        HelperNames.of("present", ORDERS, "b"),
                        HelperNames.of("old", ORDERS, "a")))
                .doesNotHaveDuplicates();
    }

    @Test
    void areNoLongerThanTheServerKeeps() {
        String name = HelperNames.of("present", ORDERS, "ü".repeat(63)).name();
        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(63);
        assertThat(name).startsWith(HelperNames.PREFIX).doesNotContain("\uFFFD");
    }
}
