package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Maintenance;
import dev.godwit.sql.internal.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads VACUUM, ANALYZE, CLUSTER, CHECKPOINT, LOCK and REFRESH. */
final class PostgresMaintenance {
    private static final Phrases WORDS = Phrases.of("FULL", "FREEZE", "VERBOSE", "ANALYZE", "ANALYSE");
    private static final Phrases MODES = Phrases.of(
            "ACCESS SHARE",
            "ROW SHARE",
            "ROW EXCLUSIVE",
            "SHARE UPDATE EXCLUSIVE",
            "SHARE",
            "SHARE ROW EXCLUSIVE",
            "EXCLUSIVE",
            "ACCESS EXCLUSIVE");

    private final PostgresReader in;

    PostgresMaintenance(PostgresReader in) {
        this.in = in;
    }

    /** Reads what follows {@code verb}. */
    Statement read(String verb) {
        return switch (verb) {
            case "LOCK" -> lock();
            case "REFRESH" -> refresh();
            case "CLUSTER" -> cluster();
            case "CHECKPOINT" -> {
                List<String> options = options();
                yield new Maintenance(in.span(), verb, List.of(), options);
            }
            default -> tables(verb.equals("ANALYSE") ? "ANALYZE" : verb);
        };
    }

    private Statement tables(String verb) {
        List<String> options = options();
        List<QualifiedName> names = new ArrayList<>(1);
        if (!in.atEnd()) {
            do {
                names.add(in.relation(in.only()));
                if (in.isSymbol('(')) {
                    in.columns();
                }
            } while (in.takeSymbol(','));
        }
        return new Maintenance(in.span(), verb, names, options);
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(0);
        Optional<String> word = in.phrase(WORDS);
        while (word.isPresent()) {
            options.add(word.get());
            word = in.phrase(WORDS);
        }
        if (in.takeSymbol('(')) {
            do {
                option().ifPresent(options::add);
            } while (in.takeSymbol(','));
            in.expect(')');
        }
        return options;
    }

    // A word alone switches on what it names.
    private Optional<String> option() {
        String name = in.label("an option").name().toUpperCase(Locale.ROOT);
        if (in.isSymbol(',') || in.isSymbol(')')) {
            return Optional.of(name);
        }
        String value = in.expression("a value").text();
        if (PostgresSplitter.off(value)) {
            return Optional.empty();
        }
        return Optional.of(on(value) ? name : name + " " + value.toUpperCase(Locale.ROOT));
    }

    private static boolean on(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "on", "true", "1", "yes" -> true;
            default -> false;
        };
    }

    private Statement cluster() {
        List<String> options = options();
        if (in.atEnd()) {
            return new Maintenance(in.span(), "CLUSTER", List.of(), options);
        }
        QualifiedName table = in.qualified("a table");
        if (in.take("USING")) {
            options.add("USING " + in.name("an index"));
        } else if (in.take("ON")) {
            options.add("USING " + table);
            table = in.qualified("a table");
        }
        return new Maintenance(in.span(), "CLUSTER", List.of(table), options);
    }

    private Statement lock() {
        in.take("TABLE");
        List<QualifiedName> names = new ArrayList<>(1);
        boolean only = true;
        do {
            Scope scope = in.only();
            only &= scope == Scope.ONLY;
            names.add(in.relation(scope));
        } while (in.takeSymbol(','));
        List<String> options = new ArrayList<>(1);
        if (only) {
            options.add("ONLY");
        }
        if (in.take("IN")) {
            options.add(in.phrase(MODES).orElseThrow(() -> in.missing("a lock mode")));
            in.expect("MODE");
        } else {
            options.add("ACCESS EXCLUSIVE");
        }
        if (in.take("NOWAIT")) {
            options.add("NOWAIT");
        }
        return new Maintenance(in.span(), "LOCK", names, options);
    }

    private Statement refresh() {
        in.expect("MATERIALIZED", "VIEW");
        List<String> options = new ArrayList<>(1);
        if (in.take("CONCURRENTLY")) {
            options.add("CONCURRENTLY");
        }
        QualifiedName view = in.qualified("a materialized view");
        if (in.take("WITH")) {
            options.add(in.take("NO") ? "WITH NO DATA" : "WITH DATA");
            in.expect("DATA");
        }
        return new Maintenance(in.span(), "REFRESH MATERIALIZED VIEW", List.of(view), options);
    }
}
