package dev.godwit.formats;

import dev.godwit.core.migration.SourceLines;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Flyway's checksum: CRC-32 of the lines without their ends and without the byte order mark. */
final class FlywayChecksum {
    private FlywayChecksum() {}

    static String of(SqlSource source) {
        ByteBuffer bytes = source.slice(new SourceSpan(SourceLines.textStart(source), source.length()));
        CRC32 checksum = new CRC32();
        int from = 0;
        for (int i = 0; i < bytes.limit(); i++) {
            byte b = bytes.get(i);
            if (b == '\n' || b == '\r') {
                checksum.update(bytes.slice(from, i - from));
                from = i + 1;
            }
        }
        checksum.update(bytes.slice(from, bytes.limit() - from));
        return Integer.toString((int) checksum.getValue());
    }
}
