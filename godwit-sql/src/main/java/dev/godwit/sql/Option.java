package dev.godwit.sql;

import java.util.Optional;

/**
 * A setting of an object: a storage parameter, a table option, an option of a sequence.
 *
 * @param name its words in upper case, parted by single spaces, for example {@code FILLFACTOR}, {@code ENGINE}, {@code INCREMENT BY}
 */
public record Option(String name, Optional<Expression> value) {}
