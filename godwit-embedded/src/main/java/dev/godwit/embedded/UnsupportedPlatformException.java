package dev.godwit.embedded;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;

/** There are no binaries of that server for this operating system and processor; the message says what to use instead. */
public final class UnsupportedPlatformException extends GodwitException {
    private static final long serialVersionUID = 1L;

    UnsupportedPlatformException(ServerSpec spec, Platform platform) {
        super(
                ErrorCode.INVALID_CONFIGURATION,
                "cannot start %s on \"%s\": no binaries for this platform are known. Give the URL of a scratch server instead, for example --url %s://user:password@host/database."
                        .formatted(spec.title(), platform, spec.kind().scheme()),
                null);
    }
}
