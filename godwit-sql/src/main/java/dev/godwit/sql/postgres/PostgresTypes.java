package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateType.Form;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads types and domains. */
final class PostgresTypes {
    private static final Identifier VALUE = new Identifier("value");

    private final PostgresReader in;
    private final PostgresTypeNames types;
    private final PostgresColumns columns;
    private final PostgresConstraints constraints;
    private final PostgresOptions options;

    PostgresTypes(
            PostgresReader in,
            PostgresTypeNames types,
            PostgresColumns columns,
            PostgresConstraints constraints,
            PostgresOptions options) {
        this.in = in;
        this.types = types;
        this.columns = columns;
        this.constraints = constraints;
        this.options = options;
    }

    /** Reads what follows CREATE TYPE. */
    Statement createType() {
        QualifiedName name = in.qualified("a type");
        return new CreateType(in.span(), name, form());
    }

    private Form form() {
        if (in.atEnd()) {
            return new Form.Base(List.of());
        }
        if (in.isSymbol('(')) {
            return new Form.Base(options.settings());
        }
        in.expect("AS");
        if (in.take("ENUM")) {
            return new Form.Enumeration(labels());
        }
        return in.take("RANGE") ? new Form.Range(options.settings()) : new Form.Composite(composite());
    }

    private List<String> labels() {
        in.expect('(');
        List<String> labels = new ArrayList<>();
        if (in.takeSymbol(')')) {
            return labels;
        }
        do {
            labels.add(in.string("a label"));
        } while (in.takeSymbol(','));
        in.expect(')');
        return labels;
    }

    private List<ColumnDefinition> composite() {
        in.expect('(');
        List<ColumnDefinition> attributes = new ArrayList<>();
        if (in.takeSymbol(')')) {
            return attributes;
        }
        do {
            attributes.add(attribute());
        } while (in.takeSymbol(','));
        in.expect(')');
        return attributes;
    }

    private ColumnDefinition attribute() {
        int mark = in.mark();
        Identifier name = in.name("an attribute");
        TypeName type = types.type();
        List<ColumnAttribute> attributes = collation()
                .<List<ColumnAttribute>>map(collation -> List.of(new ColumnAttribute.Collated(collation)))
                .orElse(List.of());
        return new ColumnDefinition(in.since(mark), name, Optional.of(type), attributes);
    }

    private Optional<QualifiedName> collation() {
        return in.take("COLLATE") ? Optional.of(in.qualified("a collation")) : Optional.empty();
    }

    /** Reads what follows ALTER TYPE, where it does more than to rename, move or give away the type. */
    Optional<Statement> alterType() {
        long place = in.place();
        QualifiedName name = in.qualified("a type");
        if (in.take("ADD", "VALUE")) {
            return Optional.of(addValue(name));
        }
        if (in.take("RENAME", "VALUE")) {
            return Optional.of(new AlterType(in.span(), name, List.of(renameValue())));
        }
        if (in.take("RENAME", "ATTRIBUTE")) {
            return Optional.of(new AlterType(in.span(), name, List.of(renameAttribute())));
        }
        if (in.is("SET") && in.thenSymbol('(')) {
            in.advance();
            return Optional.of(
                    new AlterType(in.span(), name, List.of(new AlterType.Action.SetProperties(options.settings()))));
        }
        if (in.is("ADD") || in.is("DROP") || in.is("ALTER")) {
            return Optional.of(new AlterType(in.span(), name, attributeActions()));
        }
        in.back(place);
        return Optional.empty();
    }

    private Statement addValue(QualifiedName type) {
        Guard guard = in.ifNotExists();
        String value = in.string("a label");
        Optional<String> place = Optional.empty();
        Optional<String> neighbour = Optional.empty();
        if (in.is("BEFORE") || in.is("AFTER")) {
            place = Optional.of(in.upper());
            in.advance();
            neighbour = Optional.of(in.string("a label"));
        }
        return new AddEnumValue(in.span(), type, guard, value, place, neighbour);
    }

    private AlterType.Action renameValue() {
        String from = in.string("a label");
        in.expect("TO");
        return new AlterType.Action.RenameValue(from, in.string("a label"));
    }

    private AlterType.Action renameAttribute() {
        Identifier from = in.name("an attribute");
        in.expect("TO");
        Identifier to = in.name("a name");
        return new AlterType.Action.RenameAttribute(from, to, in.behavior());
    }

    private List<AlterType.Action> attributeActions() {
        List<AlterType.Action> actions = new ArrayList<>(1);
        do {
            actions.add(attributeAction());
        } while (in.takeSymbol(','));
        return actions;
    }

    private AlterType.Action attributeAction() {
        String verb = in.oneOf("ADD, DROP or ALTER", "ADD", "DROP", "ALTER");
        in.expect("ATTRIBUTE");
        if (verb.equals("ADD")) {
            ColumnDefinition attribute = attribute();
            return new AlterType.Action.AddAttribute(attribute, in.behavior());
        }
        Guard guard = verb.equals("DROP") ? in.ifExists() : Guard.NONE;
        Identifier name = in.name("an attribute");
        if (verb.equals("DROP")) {
            return new AlterType.Action.DropAttribute(name, guard, in.behavior());
        }
        if (in.take("SET")) {
            in.expect("DATA");
        }
        in.expect("TYPE");
        TypeName type = types.type();
        Optional<QualifiedName> collation = collation();
        return new AlterType.Action.ChangeAttribute(name, type, collation, in.behavior());
    }

    /** Reads what follows CREATE DOMAIN. */
    Statement createDomain() {
        QualifiedName name = in.qualified("a domain");
        in.take("AS");
        TypeName type = types.type();
        return new CreateDomain(in.span(), name, type, columns.attributes(VALUE));
    }

    /** Reads what follows ALTER DOMAIN, where it does more than to rename, move or give away the domain. */
    Optional<Statement> alterDomain() {
        long place = in.place();
        QualifiedName name = in.qualified("a domain");
        Optional<AlterDomain.Action> action = domainAction();
        if (action.isEmpty()) {
            in.back(place);
        }
        return action.map(read -> new AlterDomain(in.span(), name, read));
    }

    private Optional<AlterDomain.Action> domainAction() {
        if (in.take("ADD")) {
            return Optional.of(new AlterDomain.Action.AddConstraint(domainConstraint()));
        }
        if (in.take("VALIDATE")) {
            in.expect("CONSTRAINT");
            return Optional.of(new AlterDomain.Action.ValidateConstraint(in.name("a constraint")));
        }
        if (in.take("RENAME", "CONSTRAINT")) {
            Identifier from = in.name("a constraint");
            in.expect("TO");
            return Optional.of(new AlterDomain.Action.RenameConstraint(from, in.name("a name")));
        }
        if (in.take("DROP")) {
            return Optional.of(dropped());
        }
        if (in.take("SET", "DEFAULT")) {
            Expression value = in.expression("a value");
            return Optional.of(new AlterDomain.Action.SetDefault(value));
        }
        return in.take("SET", "NOT", "NULL") ? Optional.of(new AlterDomain.Action.SetNotNull()) : Optional.empty();
    }

    private AlterDomain.Action dropped() {
        if (in.take("DEFAULT")) {
            return new AlterDomain.Action.DropDefault();
        }
        if (in.take("NOT", "NULL")) {
            return new AlterDomain.Action.DropNotNull();
        }
        in.expect("CONSTRAINT");
        Guard guard = in.ifExists();
        Identifier name = in.name("a constraint");
        Behavior behavior = in.behavior();
        return new AlterDomain.Action.DropConstraint(name, guard, behavior);
    }

    private Constraint domainConstraint() {
        int mark = in.mark();
        Optional<Identifier> name = constraints.name();
        ConstraintRule rule;
        if (in.take("CHECK")) {
            rule = constraints.check();
        } else {
            in.expect("NOT", "NULL");
            rule = new ConstraintRule.NotNull(VALUE);
        }
        Constraint.Checking checking = constraints.checking();
        mayBeSaid(rule, checking);
        return new Constraint(in.since(mark), name, rule, checking);
    }

    // The grammar of ALTER DOMAIN refuses what only tables can have (seen on 18).
    private static void mayBeSaid(ConstraintRule rule, Constraint.Checking checking) {
        boolean deferrable = switch (checking.deferral()) {
            case UNSAID, NOT_DEFERRABLE -> false;
            case DEFERRABLE, INITIALLY_DEFERRED, INITIALLY_IMMEDIATE -> true;
        };
        boolean ofCheck = checking.validity() != Constraint.Validity.VALIDATED
                || checking.inheritance() != Constraint.Inheritance.UNSAID;
        boolean enforced = checking.enforced() != Constraint.Enforcement.UNSAID;
        if (deferrable || enforced || (ofCheck && rule instanceof ConstraintRule.NotNull)) {
            throw new UnreadableException("such a constraint of a domain cannot be said to be so checked");
        }
    }
}
