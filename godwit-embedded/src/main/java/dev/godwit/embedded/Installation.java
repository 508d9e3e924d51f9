package dev.godwit.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A product's binaries and an initialized data folder, both in the cache, with the password that the data knows. */
record Installation(Path home, Path data, String password) {
    // Counts up when an unpacked or an initialized folder must look different from what older caches hold.
    private static final String LAYOUT = "1";
    private static final int PASSWORD_BYTES = 12;

    static Installation of(ServerSpec spec, Product product, Cache cache, ArtifactStore store) throws IOException {
        Artifact archive = product.archive(Platform.current());
        String name = spec.kind().scheme() + "-" + spec.release() + "-" + Platform.current() + "-" + LAYOUT;
        Path home = cache.folder(name, folder -> product.unpack(store.file(archive), folder));
        Path template = cache.folder(name + "-data", folder -> initialize(product, home, folder));
        return new Installation(home, template.resolve("data"), Files.readString(template.resolve("password")));
    }

    private static void initialize(Product product, Path home, Path folder) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        product.initialize(home, folder.resolve("data"), password);
        Files.writeString(folder.resolve("password"), password);
    }
}
