package dev.godwit.mysql.effect;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.TableAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The ALGORITHM and LOCK that a statement itself asks for. */
final class RequestedWay {
    private RequestedWay() {}

    static Optional<Algorithm> algorithm(List<AlterAction> actions) {
        return actions.stream()
                .filter(TableAction.Algorithm.class::isInstance)
                .map(action -> ((TableAction.Algorithm) action).name())
                .flatMap(said -> Arrays.stream(Algorithm.values())
                        .filter(algorithm -> algorithm.name().equals(said)))
                .findFirst();
    }

    static Optional<DdlLock> lock(List<AlterAction> actions) {
        return actions.stream()
                .filter(TableAction.Lock.class::isInstance)
                .map(action -> ((TableAction.Lock) action).name())
                .flatMap(said -> Arrays.stream(DdlLock.values())
                        .filter(lock -> lock.name().equals(said)))
                .findFirst();
    }

    /** Returns why the server refuses what is asked for, where it does; the manuals have these errors for it. */
    static Optional<String> refusal(List<AlterAction> actions, Way best, ServerFacts server) {
        Optional<Algorithm> algorithm = algorithm(actions);
        Optional<DdlLock> lock = lock(actions);
        if (algorithm
                .filter(said -> said == Algorithm.NOCOPY && server.isMysql())
                .isPresent()) {
            return Optional.of("MySQL has no ALGORITHM=NOCOPY (error 1800)");
        }
        if (algorithm.filter(said -> said.compareTo(best.algorithm()) < 0).isPresent()) {
            return Optional.of("ALGORITHM=" + algorithm.get() + " is not supported for it, at best ALGORITHM="
                    + best.algorithm() + " (error 1845 or 1846)");
        }
        boolean explicit = lock.filter(said -> said != DdlLock.DEFAULT).isPresent();
        if (server.isMysql()
                && explicit
                && algorithm.filter(said -> said == Algorithm.INSTANT).isPresent()) {
            return Optional.of("ALGORITHM=INSTANT takes no LOCK (error 1221)");
        }
        if (explicit && lock.get().compareTo(best.lock()) < 0) {
            return Optional.of("LOCK=" + lock.get() + " is not supported for it, at best LOCK=" + best.lock()
                    + " (error 1845 or 1846)");
        }
        return Optional.empty();
    }
}
