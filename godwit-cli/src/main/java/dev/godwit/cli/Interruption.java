package dev.godwit.cli;

import dev.godwit.core.execute.StopSignal;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;

/**
 * Lets Ctrl-C and SIGTERM end a run at its next safe point. The JVM runs the hook on the first signal and ends with 128 plus its
 * number when the hook returns; the hook waits for the work to stop. A second signal ends the process at once.
 */
final class Interruption {
    private final StopSignal stop;
    private final PrintStream err;
    private final CountDownLatch finished = new CountDownLatch(1);

    Interruption(StopSignal stop, PrintStream err) {
        this.stop = stop;
        this.err = err;
    }

    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopWork, "godwit-stop"));
    }

    /** Says that the work is over. */
    void finished() {
        finished.countDown();
    }

    private void stopWork() {
        if (finished.getCount() == 0) {
            return;
        }
        endAtOnceOnNextSignal();
        err.println("Stopping at the next safe point … (Ctrl-C again ends at once)");
        stop.request();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // By reflection, since the compiler warns of sun.misc.Signal in a way that cannot be switched off; only now, since
    // it costs time.
    private static void endAtOnceOnNextSignal() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            for (String name : new String[] {"INT", "TERM"}) {
                int status = name.equals("INT") ? 130 : 143;
                Object halt = Proxy.newProxyInstance(
                        Interruption.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                            if (method.getName().equals("handle")) {
                                Runtime.getRuntime().halt(status);
                            }
                            return null;
                        });
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), halt);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Without it, the second signal is only ignored: the run still ends at the safe point.
            System.getLogger(Interruption.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot listen for a second signal", e);
        }
    }
}
