package dev.godwit.embedded;

import java.util.Locale;

/** Operating system and processor, by the names that artifacts use. */
record Platform(String system, String processor) {
    static final Platform LINUX_AMD64 = new Platform("linux", "amd64");

    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    static Platform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        String system = name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : name;
        String processor = switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> osArch;
        };
        return new Platform(system, processor);
    }

    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
