package dev.godwit.core.effect;

/**
 * The version of a server.
 *
 * @param product the engine's id, for example {@code postgres}
 * @param text as the server says it
 */
public record ServerVersion(String product, int major, int minor, int patch, String text) {
    /** Tells whether this is {@code major} or newer. */
    public boolean atLeast(int wantedMajor) {
        return major >= wantedMajor;
    }

    /** Tells whether this is {@code major.minor} or newer. */
    public boolean atLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }

    @Override
    public String toString() {
        return text;
    }
}
