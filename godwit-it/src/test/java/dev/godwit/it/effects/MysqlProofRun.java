package dev.godwit.it.effects;

import dev.godwit.core.db.DatabaseUrl;
import dev.godwit.core.db.Session;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.Engine;
import dev.godwit.embedded.EmbeddedServer;
import dev.godwit.mysql.MariadbEngine;
import dev.godwit.mysql.MysqlEngine;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Runs every form of a product on a real server and gathers where the effect model said something else. */
final class MysqlProofRun {
    /** Set to run each form on every shape, not only where the shape is known to matter. */
    static final String ALL_SHAPES = "godwit.effects.all-shapes";

    private final MysqlProduct product;
    private final boolean all = Boolean.getBoolean(ALL_SHAPES);

    MysqlProofRun(MysqlProduct product) {
        this.product = product;
    }

    List<String> differences() throws SQLException {
        List<String> differences = new ArrayList<>();
        try (MysqlLab lab = new MysqlLab(product);
                MysqlObserver observer = new MysqlObserver(lab)) {
            MysqlProof proof = new MysqlProof(product, version());
            for (MysqlForm form : MysqlForm.of(product)) {
                differences.addAll(differences(form, lab, observer, proof));
            }
        }
        return differences;
    }

    private ServerVersion version() {
        EmbeddedServer server = EmbeddedServer.shared(product.server());
        DatabaseUrl url = DatabaseUrl.parse(server.url(server.firstDatabase()));
        return switch (product) {
            case MYSQL -> version(new MysqlEngine(), url);
            case MARIADB -> version(new MariadbEngine(), url);
        };
    }

    private static ServerVersion version(Engine engine, DatabaseUrl url) {
        try (Session session = engine.connector().connect(url, "proof")) {
            return engine.version(session);
        }
    }

    private List<String> differences(MysqlForm form, MysqlLab lab, MysqlObserver observer, MysqlProof proof)
            throws SQLException {
        List<String> differences = new ArrayList<>();
        Set<MysqlShape> listed = form.shapes(product);
        List<MysqlShape> shapes = all ? List.of(MysqlShape.values()) : List.copyOf(listed);
        List<MysqlObservation> plain = new ArrayList<>();
        for (MysqlShape shape : shapes) {
            if (!shape.fits(form.table(), product)) {
                continue;
            }
            MysqlObservation seen = observer.observe(form, shape);
            proof.differences(form, lab.setup(form.table(), shape), seen)
                    .forEach(found -> differences.add(form.id() + " on " + shape.id() + ": " + found));
            if (shape == MysqlShape.PLAIN) {
                plain.add(seen);
            } else if (!listed.contains(shape) && plain.stream().anyMatch(other -> !other.answers(seen))) {
                differences.add(form.id() + " on " + shape.id() + ": seen " + seen + ", so list the shape");
            }
        }
        return differences;
    }

    /** Returns how many runs there are, so that an empty list of forms does not pass for a proof. */
    long runs() {
        return MysqlForm.of(product).stream()
                .flatMap(form -> Stream.of(MysqlShape.values())
                        .filter(shape -> shape.fits(form.table(), product))
                        .filter(shape -> all || form.shapes(product).contains(shape)))
                .count();
    }
}
