package dev.godwit.core.catalog;

import dev.godwit.core.catalog.UserType.Composite;
import dev.godwit.core.catalog.UserType.Domain;
import dev.godwit.core.catalog.UserType.Enumeration;
import dev.godwit.core.catalog.UserType.Other;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.AddEnumValue;
import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes and changes types and domains. */
final class Types {
    private final Draft draft;

    Types(Draft draft) {
        this.draft = draft;
    }

    private void put(UserType type) {
        draft.types = draft.types.with(type.name(), type);
    }

    private Optional<UserType> find(QualifiedName written) {
        return draft.types.get(draft.resolve(written));
    }

    void create(CreateType create) {
        QualifiedName name = draft.resolve(create.name());
        put(
                switch (create.form()) {
                    case CreateType.Form.Enumeration form -> new Enumeration(name, form.labels(), List.of());
                    case CreateType.Form.Composite form ->
                        new Composite(
                                name,
                                form.attributes().stream()
                                        .map(ColumnDefinition::name)
                                        .toList());
                    case CreateType.Form.Range form -> new Other(name);
                    case CreateType.Form.Base form -> new Other(name);
                });
    }

    void addValue(AddEnumValue add) {
        QualifiedName name = draft.resolve(add.type());
        Enumeration before = find(add.type())
                .filter(Enumeration.class::isInstance)
                .map(Enumeration.class::cast)
                .orElseGet(() -> new Enumeration(name, List.of(), List.of()));
        if (before.labels().contains(add.value())) {
            return;
        }
        List<String> labels = new ArrayList<>(before.labels());
        int neighbour = add.neighbour().map(labels::indexOf).orElse(-1);
        boolean behind = add.place().filter("AFTER"::equals).isPresent();
        labels.add(neighbour < 0 ? labels.size() : behind ? neighbour + 1 : neighbour, add.value());
        List<String> fresh = new ArrayList<>(before.newLabels());
        fresh.add(add.value());
        put(new Enumeration(name, labels, fresh));
    }

    /** Makes the values usable that the transaction added. */
    void settle() {
        for (UserType type : draft.types.values()) {
            if (type instanceof Enumeration all && !all.newLabels().isEmpty()) {
                put(new Enumeration(all.name(), all.labels(), List.of()));
            }
        }
    }

    void alter(AlterType alter) {
        for (AlterType.Action action : alter.actions()) {
            find(alter.name()).ifPresent(type -> alter(type, action));
        }
    }

    private void alter(UserType type, AlterType.Action action) {
        switch (action) {
            case AlterType.Action.RenameValue rename ->
                labels(type, label -> label.equals(rename.from()) ? rename.to() : label);
            case AlterType.Action.AddAttribute add ->
                attributes(type, all -> with(all, add.attribute().name()));
            case AlterType.Action.DropAttribute drop ->
                attributes(
                        type,
                        all -> all.stream()
                                .filter(one -> !one.equals(drop.attribute()))
                                .toList());
            case AlterType.Action.RenameAttribute rename ->
                attributes(
                        type,
                        all -> all.stream()
                                .map(one -> one.equals(rename.from()) ? rename.to() : one)
                                .toList());
            case AlterType.Action.ChangeAttribute other -> {}
            case AlterType.Action.SetProperties other -> {}
        }
    }

    private static <T> List<T> with(List<T> all, T further) {
        List<T> more = new ArrayList<>(all);
        more.add(further);
        return more;
    }

    private void labels(UserType type, UnaryOperator<String> change) {
        if (type instanceof Enumeration all) {
            put(new Enumeration(
                    all.name(),
                    all.labels().stream().map(change).toList(),
                    all.newLabels().stream().map(change).toList()));
        }
    }

    private void attributes(UserType type, UnaryOperator<List<Identifier>> change) {
        if (type instanceof Composite composite) {
            put(new Composite(composite.name(), change.apply(composite.attributes())));
        }
    }

    void create(CreateDomain create) {
        QualifiedName name = draft.resolve(create.name());
        Domain domain = new Domain(name, create.type(), List.of());
        for (var attribute : create.attributes()) {
            if (attribute instanceof Constrained constrained) {
                domain = with(domain, constrained.constraint());
            }
        }
        put(domain);
    }

    private Domain with(Domain domain, Constraint constraint) {
        Table stand = TableDraft.bare(domain.name(), Age.OLD, Table.Knowledge.PARTIAL);
        TableDraft holder = new TableDraft(stand);
        holder.constraints.addAll(domain.constraints());
        Optional<Identifier> name = constraint.name().isPresent()
                ? constraint.name()
                : draft.conventions.constraintName(holder.table(), constraint.rule(), draft.taken(holder));
        return domain(
                domain,
                with(domain.constraints(), new TableConstraint(name, constraint.rule(), constraint.checking())));
    }

    private static Domain domain(Domain domain, List<TableConstraint> constraints) {
        return new Domain(domain.name(), domain.base(), constraints);
    }

    void alter(AlterDomain alter) {
        Domain domain = find(alter.name())
                .filter(Domain.class::isInstance)
                .map(Domain.class::cast)
                .orElseGet(() -> new Domain(
                        draft.resolve(alter.name()),
                        new TypeName(alter.span(), alter.name(), List.of(), List.of(), 0),
                        List.of()));
        put(
                switch (alter.action()) {
                    case AlterDomain.Action.AddConstraint add -> with(domain, add.constraint());
                    case AlterDomain.Action.DropConstraint drop ->
                        without(
                                domain,
                                one -> one.name()
                                        .filter(drop.constraint()::equals)
                                        .isPresent());
                    case AlterDomain.Action.ValidateConstraint validate ->
                        changed(domain, validate.constraint(), Constraints::validated);
                    case AlterDomain.Action.RenameConstraint rename ->
                        changed(
                                domain,
                                rename.from(),
                                one -> new TableConstraint(Optional.of(rename.to()), one.rule(), one.checking()));
                    case AlterDomain.Action.SetNotNull set ->
                        with(
                                domain,
                                new Constraint(
                                        alter.span(),
                                        Optional.empty(),
                                        new ConstraintRule.NotNull(new Identifier("value")),
                                        Checking.PLAIN));
                    case AlterDomain.Action.DropNotNull drop ->
                        without(domain, one -> one.rule() instanceof ConstraintRule.NotNull);
                    case AlterDomain.Action.SetDefault other -> domain;
                    case AlterDomain.Action.DropDefault other -> domain;
                });
    }

    private static Domain without(Domain domain, Predicate<TableConstraint> unwanted) {
        return domain(
                domain, domain.constraints().stream().filter(unwanted.negate()).toList());
    }

    private static Domain changed(Domain domain, Identifier name, UnaryOperator<TableConstraint> change) {
        return domain(
                domain,
                domain.constraints().stream()
                        .map(one -> one.name().filter(name::equals).isPresent() ? change.apply(one) : one)
                        .toList());
    }

    /** Moves a type to another full name. */
    void move(QualifiedName from, QualifiedName to) {
        draft.types.get(from).ifPresent(type -> {
            draft.types = draft.types.without(from);
            put(
                    switch (type) {
                        case Enumeration all -> new Enumeration(to, all.labels(), all.newLabels());
                        case Domain domain -> new Domain(to, domain.base(), domain.constraints());
                        case Composite composite -> new Composite(to, composite.attributes());
                        case Other other -> new Other(to);
                    });
        });
    }
}
