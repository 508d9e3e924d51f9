package dev.godwit.cli.command;

import org.jspecify.annotations.Nullable;

/** The version of this program. */
final class Version {
    private Version() {}

    // From the manifest of the jar; there is none when classes are run from a folder.
    static String current() {
        @Nullable String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
