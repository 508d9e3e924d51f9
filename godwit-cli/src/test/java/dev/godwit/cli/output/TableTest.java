package dev.godwit.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void alignsColumnsByCharactersNotByBytes() {
        var table = new Table("name", "state");
        table.add("größe 🐦", "–");
        table.add("a", "applied");

        assertThat(table.lines()).containsExactly("  name     state", "  größe 🐦  –", "  a        applied");
    }
}
