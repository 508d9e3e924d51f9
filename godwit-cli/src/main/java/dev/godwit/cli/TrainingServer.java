package dev.godwit.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Answers as an empty PostgreSQL would, just far enough that the driver logs in with a password and reads results: connecting is half of
 * what a run with nothing to do does, so the start-up cache must know it, and at that time there is no server. Protocol: "Frontend/Backend
 * Protocol" in the manual of PostgreSQL.
 */
final class TrainingServer implements AutoCloseable {
    static final String PASSWORD = "training";
    private static final int SSL_REQUEST = 80877103;
    private static final int ITERATIONS = 4096;
    private static final byte[] SALT = "godwit-training-".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket listener;

    TrainingServer() throws IOException {
        listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "godwit-training-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    // Each connection has its thread: a run holds several at once.
    private void accept() {
        try {
            while (true) {
                Socket socket = listener.accept();
                start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the training is over.
            System.getLogger(TrainingServer.class.getName()).log(System.Logger.Level.TRACE, "training", e);
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new Connection(new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()))
                    .serve();
        } catch (IOException | GeneralSecurityException e) {
            System.getLogger(TrainingServer.class.getName()).log(System.Logger.Level.TRACE, "training", e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private record Connection(DataInputStream in, DataOutputStream out) {
        void serve() throws IOException, GeneralSecurityException {
            while (startup() == SSL_REQUEST) {
                out.write('N');
            }
            logIn();
            parameter("server_version", "18.0");
            parameter("client_encoding", "UTF8");
            parameter("DateStyle", "ISO, MDY");
            parameter("TimeZone", "UTC");
            parameter("integer_datetimes", "on");
            parameter("standard_conforming_strings", "on");
            send('K', new Body().number(1).number(1));
            ready();
            for (int type = in.read(); type == 'Q'; type = in.read()) {
                answer(text(message()).strip());
                ready();
            }
        }

        private int startup() throws IOException {
            byte[] body = message();
            return new DataInputStream(new java.io.ByteArrayInputStream(body)).readInt();
        }

        private byte[] message() throws IOException {
            byte[] body = new byte[in.readInt() - 4];
            in.readFully(body);
            return body;
        }

        private static String text(byte[] body) {
            int end = body.length > 0 && body[body.length - 1] == 0 ? body.length - 1 : body.length;
            return new String(body, 0, end, StandardCharsets.UTF_8);
        }

        // SCRAM-SHA-256 as RFC 5802 has it; the client's proof is believed.
        private void logIn() throws IOException, GeneralSecurityException {
            send('R', new Body().number(10).text("SCRAM-SHA-256").number(0, 1));
            String first = clientMessage();
            String bare = first.substring(first.indexOf("n=", first.indexOf(",,")));
            String nonce = bare.substring(bare.indexOf("r=") + 2);
            String challenge =
                    "r=" + nonce + "server,s=" + Base64.getEncoder().encodeToString(SALT) + ",i=" + ITERATIONS;
            send('R', new Body().number(11).raw(challenge));
            String last = clientMessage();
            String withoutProof = last.substring(0, last.indexOf(",p="));
            String signature = signature(bare + "," + challenge + "," + withoutProof);
            send('R', new Body().number(12).raw("v=" + signature));
            send('R', new Body().number(0));
        }

        private String clientMessage() throws IOException {
            in.readByte();
            return new String(message(), StandardCharsets.UTF_8);
        }

        private static String signature(String messages) throws GeneralSecurityException {
            var spec = new PBEKeySpec(PASSWORD.toCharArray(), SALT, ITERATIONS, 256);
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            byte[] key = hmac(salted, "Server Key");
            return Base64.getEncoder().encodeToString(hmac(key, messages));
        }

        private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        }

        private void parameter(String name, String value) throws IOException {
            send('S', new Body().text(name).text(value));
        }

        // Every query finds one column of type text; it takes writes, gives the runner its lock, and has no row.
        private void answer(String sql) throws IOException {
            if (sql.startsWith("SELECT")) {
                send(
                        'T',
                        new Body()
                                .number(1, 2)
                                .text("x")
                                .number(0)
                                .number(0, 2)
                                .number(25)
                                .number(-1, 2)
                                .number(-1)
                                .number(0, 2));
                if (sql.contains("read_only") || sql.contains("pg_try_advisory_lock")) {
                    send('D', new Body().number(1, 2).number(1).raw(sql.contains("read_only") ? "f" : "t"));
                }
            }
            send('C', new Body().text("SELECT 0"));
        }

        private void ready() throws IOException {
            send('Z', new Body().raw("I"));
            out.flush();
        }

        private void send(char type, Body body) throws IOException {
            out.write(type);
            out.writeInt(body.bytes.size() + 4);
            body.bytes.writeTo(out);
            out.flush();
        }
    }

    private static final class Body {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Body number(int value) {
            return number(value, 4);
        }

        Body number(int value, int size) {
            for (int i = size - 1; i >= 0; i--) {
                bytes.write(value >> (8 * i));
            }
            return this;
        }

        Body text(String text) {
            return raw(text).number(0, 1);
        }

        Body raw(String text) {
            bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return this;
        }
    }
}
