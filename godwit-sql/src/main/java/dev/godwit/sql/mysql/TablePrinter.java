package dev.godwit.sql.mysql;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.TableIndex;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Set;

/** Writes tables and what they consist of. */
final class TablePrinter {
    private static final Set<String> WITHOUT_EQUALS = Set.of("COLUMN_FORMAT", "STORAGE", "SRID", "TABLESPACE");

    private final SqlWriter out;

    TablePrinter(SqlWriter out) {
        this.out = out;
    }

    void create(CreateTable table) {
        out.words("CREATE")
                .wordsIf(table.replace() == Replacement.OR_REPLACE, "OR REPLACE")
                .wordsIf(table.persistence() == Persistence.TEMPORARY, "TEMPORARY")
                .words(table.kind())
                .guard(table.guard())
                .name(table.name());
        if (!table.elements().isEmpty()) {
            out.listInParentheses(table.elements(), this::element);
        }
        table.options().forEach(this::option);
        table.partitioning().ifPresent(this::scheme);
        table.queryOptions().forEach(out::words);
        table.query().ifPresent(query -> out.words("AS").expression(query));
    }

    private void element(Element element) {
        switch (element) {
            case Element.Column column -> column(column.definition());
            case Element.TableConstraint table -> constraint(table.constraint());
            case Element.Index index -> index(index.index(), "");
            case Element.Like like -> out.words("LIKE").name(like.source());
            case Element.Other other -> out.expression(other.text());
        }
    }

    void option(Option option) {
        if (WITHOUT_EQUALS.contains(option.name())) {
            out.clause(option);
        } else {
            out.option(option);
        }
    }

    void scheme(PartitionScheme scheme) {
        out.words("PARTITION BY").words(scheme.strategy());
        scheme.key().ifPresent(out::inParentheses);
        scheme.rest().ifPresent(out::expression);
    }

    void column(ColumnDefinition column) {
        out.name(column.name());
        column.type().ifPresent(this::type);
        column.attributes().forEach(this::attribute);
    }

    void type(TypeName type) {
        out.words(type.name().toString());
        if (!type.arguments().isEmpty()) {
            out.mark("(").mark(String.join(", ", type.arguments())).mark(")");
        }
        type.modifiers().forEach(this::modifier);
    }

    // The name of a character set may need quotes.
    private void modifier(String modifier) {
        String prefix = "CHARACTER SET ";
        if (modifier.startsWith(prefix)) {
            out.words(prefix.strip()).words(charset(modifier.substring(prefix.length())));
        } else {
            out.words(modifier);
        }
    }

    static String charset(String name) {
        boolean keyword = name.equals("binary") || name.equals("DEFAULT");
        return keyword ? name : MysqlText.name(name);
    }

    private void attribute(ColumnAttribute attribute) {
        switch (attribute) {
            case ColumnAttribute.Constrained constrained -> columnConstraint(constrained.constraint());
            case ColumnAttribute.Nullable nullable -> out.words("NULL");
            case ColumnAttribute.Default value -> out.words("DEFAULT").expression(value.value());
            case ColumnAttribute.Generated generated ->
                out.words("GENERATED ALWAYS AS")
                        .inParentheses(generated.value())
                        .wordsIf(
                                generated.storing() != Storing.UNSAID,
                                generated.storing().name());
            case ColumnAttribute.Identity identity -> out.words("AUTO_INCREMENT");
            case ColumnAttribute.AutoIncrement increment -> out.words("AUTO_INCREMENT");
            case ColumnAttribute.Collated collated ->
                out.words("COLLATE").words(charset(collated.collation().toString()));
            case ColumnAttribute.Commented commented -> out.words("COMMENT").string(commented.text());
            case ColumnAttribute.OnUpdate update -> out.words("ON UPDATE").expression(update.value());
            case ColumnAttribute.Setting setting -> option(setting.option());
        }
    }

    private void columnConstraint(Constraint constraint) {
        constraint.name().ifPresent(name -> out.words("CONSTRAINT").name(name));
        switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey primary -> out.words("PRIMARY KEY");
            case ConstraintRule.Unique unique -> out.words("UNIQUE");
            case ConstraintRule.NotNull notNull -> out.words("NOT NULL");
            case ConstraintRule.Check check -> out.words("CHECK").inParentheses(check.condition());
            case ConstraintRule.ForeignKey key -> references(key.references());
            case ConstraintRule.Exclude exclude -> throw unknown("an EXCLUDE constraint");
        }
        checking(constraint.checking());
    }

    private static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("MySQL and MariaDB have no way to write " + what);
    }

    void constraint(Constraint constraint) {
        constraint(constraint, "");
    }

    /** Writes a table's constraint; {@code guard} goes before the name of a CHECK, and before that of the index of a key. */
    void constraint(Constraint constraint, String guard) {
        boolean guarded = constraint.rule() instanceof ConstraintRule.Check && !guard.isEmpty();
        out.wordsIf(guarded || constraint.name().isPresent(), "CONSTRAINT").wordsIf(guarded, guard);
        constraint.name().ifPresent(out::name);
        switch (constraint.rule()) {
            case ConstraintRule.PrimaryKey primary -> {
                out.words("PRIMARY KEY").words(guard);
                key(primary.key());
            }
            case ConstraintRule.Unique unique -> {
                out.words("UNIQUE KEY").words(guard);
                key(unique.key());
            }
            case ConstraintRule.Check check -> out.words("CHECK").inParentheses(check.condition());
            case ConstraintRule.ForeignKey key -> {
                out.words("FOREIGN KEY").words(guard);
                key.indexName().ifPresent(out::name);
                out.identifiersInParentheses(key.columns());
                references(key.references());
            }
            case ConstraintRule.NotNull notNull -> throw unknown("a NOT NULL of a table");
            case ConstraintRule.Exclude exclude -> throw unknown("an EXCLUDE constraint");
        }
        checking(constraint.checking());
    }

    void checking(Checking checking) {
        switch (checking.enforced()) {
            case UNSAID -> {}
            case ENFORCED -> out.words("ENFORCED");
            case NOT_ENFORCED -> out.words("NOT ENFORCED");
        }
    }

    private void key(ConstraintRule.Key key) {
        key.indexName().ifPresent(out::name);
        key.method().ifPresent(method -> out.words("USING").words(method.name()));
        elements(key.elements());
        key.options().forEach(this::indexOption);
    }

    void elements(List<IndexElement> elements) {
        out.listInParentheses(elements, this::indexElement);
    }

    private void indexElement(IndexElement element) {
        element.column().ifPresent(out::name);
        element.length().ifPresent(length -> out.mark("(").mark(length).mark(")"));
        element.expression().ifPresent(out::inParentheses);
        element.order().forEach(out::words);
    }

    private void references(References references) {
        out.words("REFERENCES").name(references.table());
        if (!references.columns().isEmpty()) {
            out.identifiersInParentheses(references.columns());
        }
        references.match().ifPresent(match -> out.words("MATCH").words(match));
        references.onDelete().ifPresent(action -> out.words("ON DELETE").words(action));
        references.onUpdate().ifPresent(action -> out.words("ON UPDATE").words(action));
    }

    void index(TableIndex index, String guard) {
        out.words(index.kind().equals("INDEX") ? "INDEX" : index.kind() + " INDEX")
                .words(guard);
        index.name().ifPresent(out::name);
        index.method().ifPresent(method -> out.words("USING").words(method.name()));
        elements(index.elements());
        index.options().forEach(this::indexOption);
    }

    /** Writes an option of an index; some must not have an equals sign. */
    void indexOption(Option option) {
        switch (option.name()) {
            case "COMMENT", "WITH PARSER", "WAIT" -> out.clause(option);
            default -> out.option(option);
        }
    }
}
