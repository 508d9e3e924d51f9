package dev.godwit.it;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Sequence;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.Trigger;
import dev.godwit.core.catalog.UserType;
import dev.godwit.core.catalog.View;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes down what a catalog knows of a schema, line by line, alike for catalogs that know the same. Types go by one of their names; of an expression, which
 * servers write in ways of their own, the columns and constants count.
 */
final class CatalogText {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("bpchar", "character"),
            Map.entry("decimal", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"));

    /** Types whose argument only says how many digits a client of MySQL or MariaDB shows. */
    private static final Set<String> SHOWN_WIDTH = Set.of("tinyint", "smallint", "mediumint", "integer", "bigint");

    private final Catalog catalog;
    private final Set<QualifiedName> outlines;
    private final NotNulls notNulls;

    /** Whether the server keeps NOT NULL as constraints with names. */
    enum NotNulls {
        NAMED,
        UNNAMED
    }

    private CatalogText(Catalog catalog, Set<QualifiedName> outlines, NotNulls notNulls) {
        this.catalog = catalog;
        this.outlines = outlines;
        this.notNulls = notNulls;
    }

    /**
     * Returns the lines.
     *
     * @param outlines the tables of which no more than the names of their columns is to be told
     */
    static List<String> of(Catalog catalog, Set<QualifiedName> outlines, NotNulls notNulls) {
        var text = new CatalogText(catalog, outlines, notNulls);
        return Stream.of(
                        catalog.tables().stream().flatMap(text::table),
                        catalog.views().stream().flatMap(text::view),
                        catalog.sequences().stream().map(CatalogText::sequence))
                .flatMap(lines -> lines)
                .sorted()
                .toList();
    }

    private Stream<String> table(Table table) {
        String start = "table " + table.name() + ": ";
        String columns = "columns " + names(table.columns().stream().map(Column::name));
        if (outlines.contains(table.name())) {
            return Stream.of(start + columns);
        }
        return Stream.of(
                        Stream.of("kind " + table.kind() + " " + table.persistence() + " " + table.knowledge()),
                        Stream.of(columns),
                        table.columns().stream().map(column -> column(table, column)),
                        table.constraints().stream()
                                .filter(constraint -> notNulls == NotNulls.NAMED
                                        || !(constraint.rule() instanceof ConstraintRule.NotNull))
                                .map(constraint -> constraint(table, constraint)),
                        table.indexes().stream().map(index -> index(table, index)),
                        table.triggers().stream().map(CatalogText::trigger),
                        table.policies().stream().map(policy -> "policy " + policy.name()),
                        table.statistics().stream().map(name -> "statistics " + name),
                        table.flags().stream().filter(flag -> !isInward(flag)).map(flag -> "flag " + flag),
                        table.parents().stream().map(parent -> "parent " + parent),
                        table.partitionOf().stream().map(link -> "partition of " + link.parent()),
                        table.partitioning().stream().map(scheme -> "partitioned by " + scheme.strategy()),
                        Stream.of("replica identity " + table.replicaIdentity()),
                        catalog.referencing(table.name()).map(other -> "referred to by " + other.name()))
                .flatMap(lines -> lines)
                .map(line -> start + line);
    }

    // Which indexes a foreign key made no server tells.
    private static boolean isInward(String flag) {
        return flag.startsWith("FOREIGN KEY INDEX ");
    }

    private static String names(Stream<Identifier> names) {
        return names.map(Identifier::name).collect(Collectors.joining(", "));
    }

    private String column(Table table, Column column) {
        return "column " + column.name() + " " + column.type().map(this::type).orElse("?") + " "
                + column.nullability()
                + column.defaultValue()
                        .map(value -> " default " + expression(table, value))
                        .orElse("")
                + column.generated()
                        .map(made -> " generated " + expression(table, made.value()))
                        .orElse("")
                + column.identity()
                        .map(identity -> " identity " + identity.when())
                        .orElse("");
    }

    private String type(TypeName type) {
        String base = type.base().toLowerCase(Locale.ROOT);
        String domain = catalog.type(type.name()).map(CatalogText::type).orElse("");
        String name = TYPES.getOrDefault(base, base);
        String modifiers = type.modifiers().stream()
                .map(modifier -> " " + modifier.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        String arguments = type.arguments().isEmpty() || SHOWN_WIDTH.contains(name)
                ? ""
                : type.arguments().stream().map(String::strip).collect(Collectors.joining(",", "(", ")"));
        return name + modifiers + arguments + "[]".repeat(type.dimensions()) + domain;
    }

    private static String type(UserType type) {
        return switch (type) {
            case UserType.Enumeration enumeration -> " = enum " + enumeration.labels();
            case UserType.Domain domain ->
                " = domain of " + domain.constraints().size() + " rules";
            case UserType.Composite composite -> " = composite " + names(composite.attributes().stream());
            case UserType.Other other -> " = other";
        };
    }

    private static String expression(Table table, Expression expression) {
        return expression.tokens().stream()
                .filter(token -> token.kind() == Lexeme.Kind.STRING
                        || token.kind() == Lexeme.Kind.NUMBER
                        || (token.isName()
                                && table.column(new Identifier(token.text())).isPresent()))
                .map(token -> constant(expression, token).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" ", "<", ">"));
    }

    // The server writes the name of a sequence anew whenever it is asked.
    private static String constant(Expression expression, Lexeme token) {
        return expression.calls().contains("nextval")
                ? token.text().replaceAll("^'(?:.*\\.)?|\"|'$", "")
                : token.text();
    }

    private static String constraint(Table table, TableConstraint constraint) {
        return "constraint " + name(constraint.name()) + " " + rule(table, constraint.rule()) + " "
                + constraint.checking().validity()
                + (constraint.isProved() ? " proved" : "") + " "
                + constraint.checking().deferral();
    }

    private static String name(Optional<Identifier> name) {
        return name.map(Identifier::name).orElse("(none)");
    }

    private static String rule(Table table, ConstraintRule rule) {
        return switch (rule) {
            case ConstraintRule.PrimaryKey key -> "primary key " + names(key.key().columns().stream());
            case ConstraintRule.Unique key -> "unique " + names(key.key().columns().stream());
            case ConstraintRule.NotNull notNull -> "not null " + notNull.column();
            case ConstraintRule.Check check -> "check " + expression(table, check.condition());
            case ConstraintRule.ForeignKey key ->
                "foreign key " + names(key.columns().stream()) + " -> "
                        + key.references().table() + " "
                        + names(key.references().columns().stream())
                        + key.references()
                                .onDelete()
                                .map(action -> " on delete " + action)
                                .orElse("")
                        + key.references()
                                .onUpdate()
                                .map(action -> " on update " + action)
                                .orElse("");
            case ConstraintRule.Exclude exclude ->
                "exclude " + exclude.method().map(Identifier::name).orElse("");
        };
    }

    private static String index(Table table, Index index) {
        return "index " + name(index.name()) + " " + index.kind() + " "
                + index.elements().stream()
                        .map(element -> element(table, element))
                        .collect(Collectors.joining(", "))
                + (index.include().isEmpty() ? "" : " include " + names(index.include().stream()))
                + index.where()
                        .map(where -> " where " + expression(table, where))
                        .orElse("") + " "
                + index.validity();
    }

    private static String element(Table table, IndexElement element) {
        return element.column()
                .map(Identifier::name)
                .orElseGet(() -> element.expression()
                        .map(expression -> expression(table, expression))
                        .orElse("?"));
    }

    private static String trigger(Trigger trigger) {
        return "trigger " + trigger.name() + " " + trigger.timing() + " "
                + trigger.events().stream().sorted().toList() + " "
                + names(trigger.columns().stream())
                + trigger.routine().map(QualifiedName::toString).orElse("");
    }

    private Stream<String> view(View view) {
        String start = "view " + view.name() + ": ";
        return Stream.of(
                        Stream.of("kind " + view.kind()),
                        Stream.of("columns " + names(view.columns().stream())),
                        view.reads().stream().map(read -> "reads " + read),
                        catalog.reading(view.name()).map(other -> "read by " + other.name()),
                        view.indexes().stream().map(index -> "index " + name(index.name()) + " " + index.kind()))
                .flatMap(lines -> lines)
                .map(line -> start + line);
    }

    private static String sequence(Sequence sequence) {
        return "sequence " + sequence.name() + " "
                + TYPES.getOrDefault(sequence.type().toLowerCase(Locale.ROOT), sequence.type())
                + sequence.ownedBy().map(table -> " of " + table).orElse("");
    }
}
