package dev.godwit.core.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
    @ParameterizedTest
    @CsvSource({
        "ff, 0",
        "61ff, 1",
        "c3, 0",
        "61c328, 1",
        "e282, 0",
        "f09f98, 0",
        "c080, 0",
        "eda080, 0",
        "f4908080, 0",
    })
    void pointsAtTheFirstByteThatIsWrong(String hex, int offset) {
        assertThat(Utf8.firstInvalid(ByteBuffer.wrap(HexFormat.of().parseHex(hex))))
                .isEqualTo(offset);
    }

    // Around the size of the decoder's window, where a character lies half in it.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8189, 8190, 8191, 8192, 8193, 100_000})
    void countsFromTheBeginningHoweverLongTheTextIs(int length) {
        byte[] good = ("x".repeat(length) + "é😀").getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.firstInvalid(ByteBuffer.wrap(good))).isEqualTo(-1);
        ByteBuffer bad =
                ByteBuffer.allocate(good.length + 2).put(good).put((byte) 0xC3).put((byte) 'a');
        assertThat(Utf8.firstInvalid(bad.flip())).isEqualTo(good.length);
    }

    @Test
    void leavesThePositionOfTheBufferAlone() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {'a', 'b'});
        assertThat(Utf8.firstInvalid(bytes)).isEqualTo(-1);
        assertThat(bytes.position()).isZero();
    }
}
