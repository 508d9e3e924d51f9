package dev.godwit.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds artifacts in the user's local Maven repository, and has the user's own Maven fetch what is missing: so mirrors,
 * proxies and credentials of their settings hold, and no registry is named here.
 */
final class ArtifactStore {
    private static final System.Logger LOG = System.getLogger(ArtifactStore.class.getName());
    private static final String GET_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:get";
    private static final Duration DOWNLOAD_LIMIT = Duration.ofMinutes(30);

    private final Path repository;
    private final Map<String, String> environment;

    ArtifactStore(Path repository, Map<String, String> environment) {
        this.repository = repository;
        this.environment = environment;
    }

    static ArtifactStore ofUser() {
        return new ArtifactStore(LocalRepository.find(System.getProperties()), System.getenv());
    }

    /** Returns the file of an artifact, fetched if need be and proved to be the one that was pinned. */
    Path file(Artifact artifact) throws IOException {
        Path file = artifact.in(repository);
        if (!Files.exists(file)) {
            fetch(artifact, file);
        }
        String found = sha256(file);
        if (!found.equals(artifact.sha256())) {
            throw new EmbeddedServerException(
                    "cannot use artifact \"%s\": its SHA-256 is %s, not %s. Delete %s and start again."
                            .formatted(artifact.coordinates(), found, artifact.sha256(), file),
                    null);
        }
        return file;
    }

    private void fetch(Artifact artifact, Path file) throws IOException {
        LOG.log(System.Logger.Level.INFO, "fetching {0} with Maven, once", artifact.coordinates());
        Path directory = Files.createTempDirectory("godwit-fetch");
        try {
            runMaven(artifact, directory);
        } finally {
            Folders.delete(directory);
        }
        if (!Files.exists(file)) {
            throw cannotFetch(artifact, "Maven succeeded, but " + file + " is not there", null);
        }
    }

    private void runMaven(Artifact artifact, Path directory) throws IOException {
        List<String> command = List.of(
                maven(artifact),
                "-B",
                "-q",
                "-ntp",
                GET_GOAL,
                "-Dartifact=" + artifact.coordinates(),
                "-Dtransitive=false",
                "-Dmaven.repo.local=" + repository);
        try {
            Command.in(directory).run(command, DOWNLOAD_LIMIT);
        } catch (Command.FailedException e) {
            throw cannotFetch(artifact, e.words(), e);
        }
    }

    private String maven(Artifact artifact) {
        String path = environment.getOrDefault("PATH", "");
        String home = environment.get("MAVEN_HOME");
        return Command.find("mvn", home == null ? path : path + File.pathSeparator + home + "/bin")
                .orElseThrow(() -> cannotFetch(artifact, "there is no mvn on the PATH", null));
    }

    private static EmbeddedServerException cannotFetch(Artifact artifact, String why, @Nullable Throwable cause) {
        return new EmbeddedServerException(
                "cannot fetch artifact \"%s\": %s. Install Maven, or fetch it on another machine into the local Maven repository."
                        .formatted(artifact.coordinates(), why),
                cause);
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
