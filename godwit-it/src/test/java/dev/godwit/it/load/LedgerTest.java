package dev.godwit.it.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LedgerTest {
    private final Ledger ledger = new Ledger(3);

    @Test
    void findsALostUpdateALostRowAndOneThatCameBack() {
        ledger.wrote(1, 70);
        ledger.removed(2);
        ledger.wrote(1_000, 8);

        assertThat(ledger.differences(Map.of(1L, "70", 3L, "3", 1_000L, "8"))).isEmpty();
        assertThat(ledger.differences(Map.of(1L, "1", 2L, "2", 3L, "3")))
                .containsExactly(
                        "row 1 should hold 70, and holds 1",
                        "row 1000 should hold 8, and is not there",
                        "row 2 should not be there, and holds 2");
    }

    @Test
    void showsTheFirstOfMany() {
        Ledger large = new Ledger(9);

        assertThat(large.differences(Map.of())).hasSize(6).last().isEqualTo("and 4 more");
    }
}
