package dev.godwit.sqlite.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the statement that makes a table which is known as a whole. */
final class TableSql {
    private static final SourceSpan NOWHERE = new SourceSpan(0, 0);

    private final Table table;
    private final Optional<TableConstraint> inlineKey;

    private TableSql(Table table) {
        this.table = table;
        this.inlineKey = table.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.PrimaryKey key
                        && key.key().elements().size() == 1
                        && key.key().columns().size() == 1)
                .findFirst();
    }

    /** Returns it, under another name. */
    static CreateTable of(Table table, QualifiedName name) {
        var sql = new TableSql(table);
        List<Element> elements = new ArrayList<>();
        table.columns().forEach(column -> elements.add(new Element.Column(sql.column(column))));
        table.constraints().stream()
                .filter(sql::isOfTable)
                .forEach(constraint -> elements.add(new Element.TableConstraint(constraint(constraint))));
        List<Option> options = table.options().keySet().stream()
                .sorted()
                .map(option -> new Option(option, Optional.empty()))
                .toList();
        return new CreateTable(
                NOWHERE,
                "TABLE",
                CreateTable.Replacement.NONE,
                Persistence.PERMANENT,
                Guard.NONE,
                name,
                elements,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                options,
                Optional.empty(),
                List.of());
    }

    private boolean isOfTable(TableConstraint constraint) {
        return !(constraint.rule() instanceof ConstraintRule.NotNull)
                && inlineKey.filter(constraint::equals).isEmpty();
    }

    private static Constraint constraint(TableConstraint known) {
        return new Constraint(NOWHERE, known.name(), known.rule(), known.checking());
    }

    private ColumnDefinition column(Column column) {
        Optional<TableConstraint> key = inlineKey.filter(at -> columns(at).contains(column.name()));
        List<ColumnAttribute> attributes = new ArrayList<>();
        key.ifPresent(at -> attributes.add(new ColumnAttribute.Constrained(constraint(at))));
        column.attribute(ColumnAttribute.AutoIncrement.class).ifPresent(attributes::add);
        if (column.nullability() == Column.Nullability.NOT_NULL && !isRowid(column, key)) {
            attributes.add(new ColumnAttribute.Constrained(notNull(column.name())));
        }
        column.defaultValue().ifPresent(value -> attributes.add(new ColumnAttribute.Default(value)));
        column.generated().ifPresent(attributes::add);
        column.attribute(ColumnAttribute.Collated.class).ifPresent(attributes::add);
        return new ColumnDefinition(NOWHERE, column.name(), column.type(), attributes);
    }

    private static List<Identifier> columns(TableConstraint key) {
        return ((ConstraintRule.PrimaryKey) key.rule())
                .key().elements().stream()
                        .map(IndexElement::column)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static boolean isRowid(Column column, Optional<TableConstraint> key) {
        return key.isPresent()
                && column.type()
                        .filter(type -> type.base().equalsIgnoreCase("INTEGER"))
                        .isPresent();
    }

    private Constraint notNull(Identifier column) {
        return table.constraints().stream()
                .filter(constraint -> constraint.rule() instanceof ConstraintRule.NotNull rule
                        && rule.column().equals(column))
                .map(TableSql::constraint)
                .findFirst()
                .orElseGet(() -> new Constraint(
                        NOWHERE, Optional.empty(), new ConstraintRule.NotNull(column), Constraint.Checking.PLAIN));
    }
}
