package dev.godwit.embedded;

/** Who runs this JVM. */
final class User {
    private User() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
