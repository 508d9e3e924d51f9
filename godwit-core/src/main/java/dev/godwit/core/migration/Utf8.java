package dev.godwit.core.migration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells whether bytes are UTF-8. */
final class Utf8 {
    private static final int WINDOW = 8192;

    private Utf8() {}

    /** Returns the offset of the first byte that is not UTF-8, or -1. */
    static int firstInvalid(ByteBuffer bytes) {
        ByteBuffer input = bytes.duplicate();
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer output = CharBuffer.allocate(WINDOW);
        while (true) {
            output.clear();
            CoderResult result = decoder.decode(input, output, true);
            if (result.isError()) {
                return input.position();
            }
            if (result.isUnderflow()) {
                return -1;
            }
        }
    }
}
