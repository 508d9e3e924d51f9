package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Sequence;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.postgres.effect.TypeConversion;
import dev.godwit.sql.ColumnAction.AddIdentity;
import dev.godwit.sql.ColumnAttribute.Identity;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves what gives a new row its value: the default, the identity, the sequence that belongs to the column. */
final class ColumnValues {
    private final Shadow shadow;

    ColumnValues(Shadow shadow) {
        this.shadow = shadow;
    }

    Stream<Part> parts() {
        List<Part> parts = new ArrayList<>();
        shadow.column()
                .defaultValue()
                .ifPresent(value -> parts.add(Part.swapping(
                        List.of(set(shadow.own(), value), drop(shadow.old())),
                        List.of(set(shadow.old(), value), drop(shadow.own())))));
        if (shadow.column().identity().isPresent()) {
            sequences()
                    .findFirst()
                    .ifPresent(sequence ->
                            parts.add(identity(shadow.column().identity().get(), sequence.name())));
        } else {
            sequences()
                    .forEach(sequence -> parts.add(Part.swapping(
                            List.of(owned(sequence, shadow.own())), List.of(owned(sequence, shadow.old())))));
        }
        return parts.stream();
    }

    Stream<Sequence> sequences() {
        return shadow.catalog().sequences().stream()
                .filter(sequence -> sequence.ownedBy()
                                .filter(shadow.name()::equals)
                                .isPresent()
                        && sequence.column().filter(shadow.own()::equals).isPresent());
    }

    private String set(Identifier column, Expression value) {
        return shadow.sql(
                "ALTER TABLE {} ALTER COLUMN {} SET DEFAULT {}", shadow.name(), column, new Raw(value.text()));
    }

    private String drop(Identifier column) {
        return shadow.sql("ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT", shadow.name(), column);
    }

    private String owned(Sequence sequence, Identifier column) {
        return shadow.sql("ALTER SEQUENCE {} OWNED BY {}.{}", sequence.name(), shadow.name(), column);
    }

    // An identity's sequence cannot be given to another column: a new one goes on where the old one is.
    private Part identity(Identity identity, QualifiedName sequence) {
        return Part.swapping(
                moved(identity, sequence, shadow.old(), shadow.own(), "SELECT"),
                moved(identity, sequence, shadow.own(), shadow.old(), "PERFORM"));
    }

    private List<String> moved(Identity identity, QualifiedName sequence, Identifier from, Identifier to, String call) {
        QualifiedName fresh = Shadow.beside(sequence, shadow.fresh(sequence.last()));
        List<Option> options = new ArrayList<>();
        options.add(new Option(
                "SEQUENCE NAME",
                Optional.of(shadow.sql().expression(shadow.sql().name(fresh)))));
        options.addAll(identity.options());
        return List.of(
                Alters.text(
                        shadow.context(), shadow.name(), new AddIdentity(to, new Identity(identity.when(), options))),
                shadow.sql(
                        call + " pg_catalog.setval({}::pg_catalog.regclass, last_value, is_called) FROM {}",
                        new Raw(shadow.sql().literal(shadow.sql().name(fresh))),
                        sequence),
                shadow.sql("ALTER TABLE {} ALTER COLUMN {} DROP IDENTITY", shadow.name(), from),
                shadow.sql("ALTER SEQUENCE {} RENAME TO {}", fresh, sequence.last()));
    }

    /** Returns the steps that let the sequence of a whole number count as far as the new type can. */
    List<Step> wider() {
        boolean wholes = shadow.column()
                        .type()
                        .filter(type -> TypeConversion.isWholeNumber(type, shadow.catalog()))
                        .isPresent()
                && TypeConversion.isWholeNumber(shadow.change().type(), shadow.catalog());
        if (!wholes || shadow.column().identity().isPresent()) {
            return List.of();
        }
        String type = shadow.change().type().toString();
        return sequences()
                .filter(sequence -> !sequence.type().equals("bigint"))
                .<Step>map(sequence -> new Step.Change(
                        "the sequence counts as far as the column can",
                        List.of(shadow.sql("ALTER SEQUENCE {} AS {}", sequence.name(), new Raw(type))),
                        WayBack.by(shadow.sql("ALTER SEQUENCE {} AS {}", sequence.name(), new Raw(sequence.type())))))
                .toList();
    }
}
