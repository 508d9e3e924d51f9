package dev.godwit.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Looks for free ports below those that systems hand to clients, so that a stopped server's port stays free for it. */
final class Ports {
    private static final int FIRST = 15_000;
    private static final int LAST = 30_000;
    private static final int TRIES = 100;

    private Ports() {}

    static int free() {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedServerException(
                "cannot find a free port: %d between %d and %d were taken.".formatted(TRIES, FIRST, LAST), null);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
