package dev.godwit.core.migration;

/**
 * Something that keeps a folder from being run.
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
