package dev.godwit.embedded;

import java.nio.file.Path;

/** A file in a Maven repository, with the SHA-256 that it must have. */
record Artifact(String group, String name, String version, String extension, String classifier, String sha256) {
    static Artifact jar(String group, String name, String version, String sha256) {
        return new Artifact(group, name, version, "jar", "", sha256);
    }

    String coordinates() {
        String tail = classifier.isEmpty() ? "" : ":" + extension + ":" + classifier;
        return group + ":" + name + ":" + version + tail;
    }

    Path in(Path repository) {
        String tail = classifier.isEmpty() ? "" : "-" + classifier;
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve(name + "-" + version + tail + "." + extension);
    }
}
