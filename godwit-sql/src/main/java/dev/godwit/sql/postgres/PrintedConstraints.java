package dev.godwit.sql.postgres;

import static dev.godwit.sql.postgres.PostgresText.after;
import static dev.godwit.sql.postgres.PostgresText.columns;
import static dev.godwit.sql.postgres.PostgresText.joined;
import static dev.godwit.sql.postgres.PostgresText.name;

import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Nulls;
import dev.godwit.sql.ConstraintRule.Period;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import java.util.List;
import java.util.Optional;

/** Writes constraints. */
final class PrintedConstraints {
    private static final String TABLESPACE = "USING INDEX TABLESPACE";

    private PrintedConstraints() {}

    static String ofTable(Constraint constraint) {
        return named(constraint) + tableRule(constraint.rule()) + checking(constraint.checking());
    }

    static String ofColumn(Constraint constraint) {
        return named(constraint) + columnRule(constraint.rule()) + checking(constraint.checking());
    }

    private static String named(Constraint constraint) {
        return constraint.name().map(name -> "CONSTRAINT " + name(name) + " ").orElse("");
    }

    private static String tableRule(ConstraintRule rule) {
        return switch (rule) {
            case ConstraintRule.PrimaryKey primary -> "PRIMARY KEY" + tableKey(primary.key());
            case ConstraintRule.Unique unique -> "UNIQUE" + tableKey(unique.key());
            case ConstraintRule.NotNull notNull -> "NOT NULL " + name(notNull.column());
            case ConstraintRule.Check check -> check(check);
            case ConstraintRule.ForeignKey foreign ->
                "FOREIGN KEY " + periodColumns(foreign.columns(), foreign.period()) + " "
                        + references(foreign.references());
            case ConstraintRule.Exclude exclude -> exclude(exclude);
        };
    }

    private static String columnRule(ConstraintRule rule) {
        return switch (rule) {
            case ConstraintRule.PrimaryKey primary -> "PRIMARY KEY" + columnKey(primary.key());
            case ConstraintRule.Unique unique -> "UNIQUE" + columnKey(unique.key());
            case ConstraintRule.NotNull notNull -> "NOT NULL";
            case ConstraintRule.Check check -> check(check);
            case ConstraintRule.ForeignKey foreign -> references(foreign.references());
            case ConstraintRule.Exclude exclude -> exclude(exclude);
        };
    }

    private static String check(ConstraintRule.Check check) {
        return "CHECK (" + check.condition().text() + ")";
    }

    private static String tableKey(ConstraintRule.Key key) {
        if (key.usingIndex().isPresent()) {
            return " USING INDEX " + name(key.usingIndex().get());
        }
        return nulls(key.nulls()) + " (" + joined(key.elements(), ", ", PrintedConstraints::keyColumn) + ")"
                + keyRest(key);
    }

    private static String columnKey(ConstraintRule.Key key) {
        return nulls(key.nulls()) + keyRest(key);
    }

    private static String keyRest(ConstraintRule.Key key) {
        return include(key.include()) + options(key.options());
    }

    private static String keyColumn(IndexElement element) {
        String column = element.column().map(PostgresText::name).orElse("");
        return element.order().isEmpty() ? column : column + " " + String.join(" ", element.order());
    }

    static String nulls(Nulls nulls) {
        return switch (nulls) {
            case UNSAID -> "";
            case DISTINCT -> " NULLS DISTINCT";
            case NOT_DISTINCT -> " NULLS NOT DISTINCT";
        };
    }

    static String include(List<Identifier> columns) {
        return columns.isEmpty() ? "" : " INCLUDE " + columns(columns);
    }

    private static String options(List<Option> options) {
        List<Option> settings = options.stream()
                .filter(option ->
                        !option.name().equals(TABLESPACE) && !option.name().equals("INCLUDE"))
                .toList();
        return (settings.isEmpty() ? "" : " WITH " + PostgresText.settings(settings)) + tablespace(options);
    }

    private static String tablespace(List<Option> options) {
        return options.stream()
                .filter(option -> option.name().equals(TABLESPACE))
                .findFirst()
                .map(option -> " " + PostgresText.words(option))
                .orElse("");
    }

    private static String exclude(ConstraintRule.Exclude exclude) {
        String method = exclude.method().map(name -> " USING " + name(name)).orElse("");
        String include = exclude.options().stream()
                .filter(option -> option.name().equals("INCLUDE"))
                .findFirst()
                .map(option -> after(" INCLUDE (", option.value()) + ")")
                .orElse("");
        String where = exclude.where()
                .map(condition -> " WHERE (" + condition.text() + ")")
                .orElse("");
        return "EXCLUDE" + method + " (" + exclude.elements().text() + ")" + include + options(exclude.options())
                + where;
    }

    private static String periodColumns(List<Identifier> columns, Period period) {
        if (period == Period.NONE) {
            return columns(columns);
        }
        List<Identifier> before = columns.subList(0, columns.size() - 1);
        String first = before.isEmpty() ? "" : joined(before, ", ", PostgresText::name) + ", ";
        return "(" + first + "PERIOD " + name(columns.getLast()) + ")";
    }

    private static String references(References references) {
        StringBuilder text = new StringBuilder("REFERENCES ").append(name(references.table()));
        if (!references.columns().isEmpty()) {
            text.append(' ').append(periodColumns(references.columns(), references.period()));
        }
        append(text, " MATCH ", references.match());
        append(text, " ON DELETE ", references.onDelete());
        append(text, " ON UPDATE ", references.onUpdate());
        return text.toString();
    }

    private static void append(StringBuilder text, String words, Optional<String> value) {
        value.ifPresent(said -> text.append(words).append(said));
    }

    static String checking(Checking checking) {
        return inheritance(checking) + validity(checking) + deferral(checking) + enforcement(checking);
    }

    private static String inheritance(Checking checking) {
        return switch (checking.inheritance()) {
            case UNSAID -> "";
            case INHERIT -> " INHERIT";
            case NO_INHERIT -> " NO INHERIT";
        };
    }

    private static String validity(Checking checking) {
        return switch (checking.validity()) {
            case VALIDATED -> "";
            case NOT_VALID -> " NOT VALID";
        };
    }

    private static String deferral(Checking checking) {
        return switch (checking.deferral()) {
            case UNSAID -> "";
            case NOT_DEFERRABLE -> " NOT DEFERRABLE";
            case DEFERRABLE -> " DEFERRABLE";
            case INITIALLY_IMMEDIATE -> " DEFERRABLE INITIALLY IMMEDIATE";
            case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    }

    private static String enforcement(Checking checking) {
        return switch (checking.enforced()) {
            case UNSAID -> "";
            case ENFORCED -> " ENFORCED";
            case NOT_ENFORCED -> " NOT ENFORCED";
        };
    }
}
