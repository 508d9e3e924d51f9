package dev.godwit.sql.internal;

import java.util.Optional;

/** Turns the text of a token into the name that the product reads. */
@FunctionalInterface
public interface NameReader {
    /** Returns the name that a token of {@code kind} spells, or nothing where it is none. */
    Optional<String> read(Token kind, String text);
}
