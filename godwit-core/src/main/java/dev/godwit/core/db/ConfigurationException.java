package dev.godwit.core.db;

import dev.godwit.sql.ErrorCode;
import dev.godwit.sql.GodwitException;

/** A setting, option or URL that cannot be used; nothing was changed. */
public final class ConfigurationException extends GodwitException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(ErrorCode.INVALID_CONFIGURATION, message, null);
    }
}
