package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.UserType;
import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterDomain.Action;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Validity;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/** Takes back changes of domains. */
final class DomainWaysBack {
    private DomainWaysBack() {}

    static WayBack of(PlanContext context, AlterDomain alter) {
        SqlText sql = context.sql();
        QualifiedName domain = alter.name();
        return switch (alter.action()) {
            case Action.SetNotNull set -> WayBack.by(sql.sql("ALTER DOMAIN {} DROP NOT NULL", domain));
            case Action.AddConstraint add ->
                newName(context, domain)
                        .or(() -> add.constraint().name())
                        .map(name -> drop(sql, domain, name))
                        .orElseGet(() -> Undo.none("the name of the constraint is not known"));
            case Action.RenameConstraint rename ->
                Undo.tolerant(
                        sql.sql("ALTER DOMAIN {} RENAME CONSTRAINT {} TO {}", domain, rename.to(), rename.from()));
            case Action.DropConstraint drop -> again(context, domain, drop.constraint());
            case Action.ValidateConstraint validate -> again(context, domain, validate.constraint());
            case Action.DropNotNull other -> Undo.none("NULL may have been written since");
            case Action.SetDefault other -> Undo.none("what the default of domain " + domain + " was is not known");
            case Action.DropDefault other -> Undo.none("what the default of domain " + domain + " was is not known");
        };
    }

    private static WayBack drop(SqlText sql, QualifiedName domain, Identifier name) {
        return WayBack.by(sql.sql("ALTER DOMAIN {} DROP CONSTRAINT IF EXISTS {}", domain, name));
    }

    /** Returns the name that the server gives to the constraint which the statement adds. */
    static Optional<Identifier> newName(PlanContext context, QualifiedName domain) {
        List<TableConstraint> had = constraints(context.before().type(domain));
        return constraints(context.before().after(context.statement()).type(domain)).stream()
                .filter(constraint -> !had.contains(constraint))
                .flatMap(constraint -> constraint.name().stream())
                .findFirst();
    }

    static List<TableConstraint> constraints(Optional<UserType> type) {
        return type.stream()
                .filter(UserType.Domain.class::isInstance)
                .flatMap(domain -> ((UserType.Domain) domain).constraints().stream())
                .toList();
    }

    // As it was, at first without a look at the rows, which are many.
    private static WayBack again(PlanContext context, QualifiedName domain, Identifier name) {
        Optional<TableConstraint> known = constraints(context.before().type(domain)).stream()
                .filter(constraint -> constraint.name().filter(name::equals).isPresent())
                .findFirst();
        if (known.isEmpty()) {
            return Undo.none("what constraint " + name + " of domain " + domain + " said is not known");
        }
        SqlText sql = context.sql();
        Constraint constraint = new Constraint(
                context.statement().span(),
                Optional.of(name),
                known.get().rule(),
                Alters.notValid(known.get().checking()));
        String add = sql.print(
                context.source(),
                new AlterDomain(context.statement().span(), domain, new Action.AddConstraint(constraint)));
        String drop = sql.sql("ALTER DOMAIN {} DROP CONSTRAINT IF EXISTS {}", domain, name);
        return known.get().checking().validity() == Validity.VALIDATED
                ? WayBack.by(drop, add, sql.sql("ALTER DOMAIN {} VALIDATE CONSTRAINT {}", domain, name))
                : WayBack.by(drop, add);
    }
}
