package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.ColumnAction.DropExpression;
import dev.godwit.sql.ColumnAction.DropIdentity;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges what is done to identities and generated columns. */
final class GeneratedEffects {
    private static final int PARTITIONS_HAVE_IDENTITIES = 17;

    private GeneratedEffects() {}

    static void addIdentity(Alteration alteration, Identifier column) {
        Optional<Column> known = ColumnEffects.column(alteration, column);
        if (ColumnEffects.lacks(alteration, column)) {
            return;
        }
        Impact impact = alteration.impact();
        impact.refuseIf(
                known.filter(is -> is.nullability() == Column.Nullability.NULLABLE)
                        .isPresent(),
                "column \"" + column + "\" is not NOT NULL, which an identity must be");
        impact.refuseIf(
                known.filter(is ->
                                is.identity().isPresent() || is.defaultValue().isPresent())
                        .isPresent(),
                "column \"" + column + "\" has a default or an identity already");
        needsIdentityLock(alteration);
    }

    static void setIdentity(Alteration alteration, Identifier column) {
        if (isIdentity(alteration, column, Guard.NONE)) {
            needsIdentityLock(alteration);
            alteration.impact().lock(sequence(alteration, column), SHARE_ROW_EXCLUSIVE);
        }
    }

    static void dropIdentity(Alteration alteration, DropIdentity drop) {
        if (isIdentity(alteration, drop.column(), drop.guard())) {
            needsIdentityLock(alteration);
            alteration.impact().lock(sequence(alteration, drop.column()), ACCESS_EXCLUSIVE);
            alteration
                    .impact()
                    .breaks(
                            Breakage.Kind.VALUE_DEMANDED,
                            alteration.table(),
                            drop.column().name());
        }
    }

    private static void needsIdentityLock(Alteration alteration) {
        if (alteration.scene().atLeast(PARTITIONS_HAVE_IDENTITIES)) {
            alteration.needsPartitions(ACCESS_EXCLUSIVE);
        } else {
            alteration.needs(ACCESS_EXCLUSIVE);
        }
    }

    private static boolean isIdentity(Alteration alteration, Identifier column, Guard guard) {
        if (ColumnEffects.lacks(alteration, column)) {
            return false;
        }
        boolean is = ColumnEffects.column(alteration, column)
                .map(known -> known.identity().isPresent())
                .orElse(true);
        alteration.impact().refuseIf(!is && guard != Guard.IF_EXISTS, "column \"" + column + "\" is no identity");
        if (!is) {
            alteration.needs(ACCESS_EXCLUSIVE);
        }
        return is;
    }

    /** Returns the name of the sequence behind a serial or an identity, as the server chooses it. */
    static QualifiedName sequence(Alteration alteration, Identifier column) {
        QualifiedName table = alteration.table();
        List<Identifier> parts = new ArrayList<>(table.parts());
        parts.set(parts.size() - 1, new Identifier(table.last().name() + "_" + column.name() + "_seq"));
        return new QualifiedName(parts);
    }

    static void setExpression(Alteration alteration, Identifier column) {
        alteration.scene().needs(17, "SET EXPRESSION");
        if (!isGenerated(alteration, column, Guard.NONE)) {
            return;
        }
        alteration.needsAll(ACCESS_EXCLUSIVE);
        if (isVirtual(alteration, column)) {
            return;
        }
        alteration.impact().work(alteration.rows(), Work.REWRITE);
    }

    static void dropExpression(Alteration alteration, DropExpression drop) {
        if (isGenerated(alteration, drop.column(), drop.guard())) {
            alteration
                    .impact()
                    .refuseIf(isVirtual(alteration, drop.column()), "column \"" + drop.column() + "\" is virtual");
            alteration.needsAll(ACCESS_EXCLUSIVE);
        }
    }

    private static boolean isGenerated(Alteration alteration, Identifier column, Guard guard) {
        if (ColumnEffects.lacks(alteration, column)) {
            return false;
        }
        boolean is = ColumnEffects.column(alteration, column)
                .map(known -> known.generated().isPresent())
                .orElse(true);
        alteration.impact().refuseIf(!is && guard != Guard.IF_EXISTS, "column \"" + column + "\" is not generated");
        if (!is) {
            alteration.needsAll(ACCESS_EXCLUSIVE);
        }
        return is;
    }

    static boolean isVirtual(Alteration alteration, Identifier column) {
        return ColumnEffects.column(alteration, column)
                .flatMap(Column::generated)
                .filter(generated -> generated.storing() != Storing.STORED)
                .isPresent();
    }
}
