package dev.godwit.core.catalog;

import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.References;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Lexeme;
import dev.godwit.sql.PartitionScheme;
import java.util.List;
import java.util.function.UnaryOperator;

/** Gives a column another name wherever it stands in the rules, indexes and expressions of its table. */
final class Renames {
    private final Dialect dialect;
    private final Identifier from;
    private final Identifier to;

    Renames(Dialect dialect, Identifier from, Identifier to) {
        this.dialect = dialect;
        this.from = from;
        this.to = to;
    }

    void in(TableDraft table) {
        table.columns.replaceAll(this::column);
        table.constraints.replaceAll(constraint ->
                new TableConstraint(constraint.name(), rule(constraint.rule(), table), constraint.checking()));
        table.indexes.replaceAll(this::index);
        table.triggers.replaceAll(trigger -> new Trigger(
                trigger.name(), trigger.timing(), trigger.events(), names(trigger.columns()), trigger.routine()));
        PartitionScheme scheme = table.partitioning;
        if (scheme != null) {
            table.partitioning =
                    new PartitionScheme(scheme.strategy(), scheme.key().map(this::expression), scheme.rest());
        }
    }

    private Column column(Column column) {
        Column renamed = Names.same(column.name(), from) ? column.withName(to) : column;
        return renamed.with(renamed.generated()
                .map(generated -> new Generated(expression(generated.value()), generated.storing())));
    }

    private ConstraintRule rule(ConstraintRule rule, TableDraft table) {
        return switch (rule) {
            case PrimaryKey primary -> new PrimaryKey(key(primary.key()));
            case Unique unique -> new Unique(key(unique.key()));
            case NotNull notNull -> new NotNull(name(notNull.column()));
            case Check check -> new Check(expression(check.condition()));
            case ForeignKey foreign -> {
                ForeignKey own = new ForeignKey(
                        names(foreign.columns()), foreign.period(), foreign.references(), foreign.indexName());
                yield foreign.references().table().equals(table.name) ? referring(own) : own;
            }
            case Exclude exclude ->
                new Exclude(
                        expression(exclude.elements()),
                        exclude.method(),
                        exclude.options(),
                        exclude.where().map(this::expression));
        };
    }

    /** Returns a foreign key to the table whose column is renamed. */
    ForeignKey referring(ForeignKey key) {
        References old = key.references();
        return new ForeignKey(
                key.columns(),
                key.period(),
                new References(
                        old.table(), names(old.columns()), old.period(), old.match(), old.onDelete(), old.onUpdate()),
                key.indexName());
    }

    private ConstraintRule.Key key(ConstraintRule.Key key) {
        return new ConstraintRule.Key(
                elements(key.elements()),
                key.usingIndex(),
                key.indexName(),
                key.method(),
                names(key.include()),
                key.nulls(),
                key.options());
    }

    Index index(Index index) {
        return new Index(
                index.name(),
                index.kind(),
                index.method(),
                elements(index.elements()),
                names(index.include()),
                index.where().map(this::expression),
                index.validity(),
                index.nulls(),
                index.options());
    }

    private List<IndexElement> elements(List<IndexElement> elements) {
        return elements.stream().map(this::element).toList();
    }

    private IndexElement element(IndexElement element) {
        return new IndexElement(
                element.column().map(this::name),
                element.expression().map(this::expression),
                element.length(),
                element.collation(),
                element.operatorClass(),
                element.order());
    }

    private List<Identifier> names(List<Identifier> names) {
        UnaryOperator<Identifier> renamed = this::name;
        return names.stream().map(renamed).toList();
    }

    private Identifier name(Identifier name) {
        return Names.same(name, from) ? to : name;
    }

    private Expression expression(Expression expression) {
        return Tokens.mentions(expression, from) ? dialect.expression(text(expression.tokens())) : expression;
    }

    private String text(List<Lexeme> tokens) {
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Lexeme token = tokens.get(i);
            if (i > 0 && isSpaced(tokens.get(i - 1), token)) {
                text.append(' ');
            }
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSymbol("(");
            boolean type = i > 0 && namesAnother(tokens.get(i - 1));
            text.append(text(token, call || type));
        }
        return text.toString();
    }

    // A type or a collation follows.
    private static boolean namesAnother(Lexeme before) {
        return before.isSymbol("::") || before.is("COLLATE") || before.is("AS");
    }

    // MySQL takes "concat (" for no call of the function
    private static boolean isSpaced(Lexeme before, Lexeme token) {
        boolean dotted = before.isSymbol(".") || token.isSymbol(".");
        boolean call = before.kind() == Lexeme.Kind.WORD && token.isSymbol("(");
        return !dotted && !call;
    }

    private String text(Lexeme token, boolean other) {
        boolean renamed = token.isName() && !other && token.text().equalsIgnoreCase(from.name());
        if (renamed) {
            return dialect.quote(to.name());
        }
        return token.kind() == Lexeme.Kind.NAME ? dialect.quote(token.text()) : token.text();
    }
}
