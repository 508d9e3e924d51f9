package dev.godwit.core.migration;

/**
 * Something in a folder that a user must know; as a problem it keeps the folder from being run, as a note it does not.
 *
 * @param file where it lies, relative to the folder
 * @param message the cause and the next action, as one sentence or two
 */
public record Problem(String file, String message) {
    @Override
    public String toString() {
        return file + ": " + message;
    }
}
