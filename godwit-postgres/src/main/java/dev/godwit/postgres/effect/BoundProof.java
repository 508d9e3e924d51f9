package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Lexeme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether valid CHECKs prove that the rows of a table lie within the bound of a partition, or outside of it, so that the server need not
 * read them. Knows what the manual advises: comparisons of one key column with constants (ALTER TABLE, ATTACH PARTITION).
 */
final class BoundProof {
    private BoundProof() {}

    /** Tells whether no row of {@code table} can lie outside of the bound. */
    static boolean holds(Optional<Table> parent, Table table, Expression bound) {
        Optional<String> key = key(parent);
        Optional<PartitionBound> wanted = PartitionBound.of(bound.tokens());
        if (key.isEmpty() || wanted.isEmpty() || !isNotNull(table, key.get())) {
            return false;
        }
        List<Comparison> known = comparisons(table, key.get());
        PartitionBound range = wanted.get();
        if (!range.isRange()) {
            return known.stream().anyMatch(is -> is.isAmong(range.values()));
        }
        return known.stream().anyMatch(is -> is.isAtLeast(range.lower().getFirst()))
                && known.stream().anyMatch(is -> is.isBelow(range.upper().getFirst()));
    }

    /** Tells whether no row of {@code table} can lie within the bound. */
    static boolean excludes(Optional<Table> parent, Table table, Expression bound) {
        Optional<String> key = key(parent);
        Optional<PartitionBound> wanted = PartitionBound.of(bound.tokens());
        return key.isPresent()
                && wanted.isPresent()
                && wanted.get().isRange()
                && checks(table).anyMatch(check -> excludes(Logic.disjuncts(check), key.get(), wanted.get()));
    }

    private static boolean excludes(List<List<Lexeme>> disjuncts, String key, PartitionBound range) {
        return disjuncts.stream()
                .allMatch(part -> Logic.conjuncts(part).stream().anyMatch(conjunct -> isOutside(conjunct, key, range)));
    }

    private static boolean isOutside(List<Lexeme> part, String key, PartitionBound range) {
        if (part.size() > 1 && part.getFirst().is("NOT")) {
            List<Comparison> inside = Logic.conjuncts(part.subList(1, part.size())).stream()
                    .flatMap(conjunct -> Comparison.of(conjunct, key).stream())
                    .toList();
            return inside.stream().allMatch(is -> is.admits(range));
        }
        List<List<Lexeme>> inner = Logic.disjuncts(part);
        if (inner.size() > 1) {
            return excludes(inner, key, range);
        }
        return isNull(part, key)
                || Comparison.of(part, key)
                        .filter(is -> is.isBelow(range.lower().getFirst())
                                || is.isAtLeast(range.upper().getFirst()))
                        .isPresent();
    }

    private static boolean isNull(List<Lexeme> part, String key) {
        return part.size() == 3
                && part.get(0).text().equals(key)
                && part.get(1).is("IS")
                && part.get(2).is("NULL");
    }

    private static Optional<String> key(Optional<Table> parent) {
        return parent.flatMap(Table::partitioning)
                .map(scheme -> scheme.columns())
                .filter(columns -> columns.size() == 1)
                .map(List::getFirst);
    }

    private static boolean isNotNull(Table table, String key) {
        return table.provesNotNull(new Identifier(key))
                || table.column(new Identifier(key))
                        .filter(column -> column.nullability() == Column.Nullability.NOT_NULL)
                        .isPresent();
    }

    private static Stream<List<Lexeme>> checks(Table table) {
        return table.constraints().stream()
                .filter(TableConstraint::isProved)
                .flatMap(constraint -> constraint.rule() instanceof Check check
                        ? Stream.of(check.condition().tokens())
                        : Stream.of());
    }

    private static List<Comparison> comparisons(Table table, String key) {
        return checks(table)
                .flatMap(check -> Logic.conjuncts(check).stream())
                .flatMap(part -> Comparison.of(part, key).stream())
                .toList();
    }

    /** A column compared with constants. */
    private record Comparison(String operator, List<String> constants) {
        static Optional<Comparison> of(List<Lexeme> part, String key) {
            if (part.size() < 3
                    || !part.getFirst().isName()
                    || !part.getFirst().text().equals(key)) {
                return Optional.empty();
            }
            Lexeme operator = part.get(1);
            List<Lexeme> rest = part.subList(2, part.size());
            if (operator.is("IN")) {
                return Optional.of(new Comparison(
                        "IN",
                        Logic.strip(rest).stream()
                                .filter(token -> !token.isSymbol(","))
                                .map(Lexeme::text)
                                .toList()));
            }
            return operator.kind() == Lexeme.Kind.SYMBOL && isConstant(rest)
                    ? Optional.of(new Comparison(
                            operator.text(),
                            List.of(
                                    rest.getLast().kind() == Lexeme.Kind.STRING
                                            ? rest.getLast().text()
                                            : rest.getFirst().text())))
                    : Optional.empty();
        }

        // 'x', 1, 'x'::date, DATE 'x'
        private static boolean isConstant(List<Lexeme> tokens) {
            Lexeme first = tokens.getFirst();
            boolean literal = first.kind() == Lexeme.Kind.STRING || first.kind() == Lexeme.Kind.NUMBER;
            boolean plain = literal && (tokens.size() == 1 || tokens.get(1).isSymbol("::"));
            return plain || (tokens.size() == 2 && tokens.getLast().kind() == Lexeme.Kind.STRING);
        }

        boolean isAtLeast(String bound) {
            return (operator.equals(">=") || operator.equals(">") || operator.equals("="))
                    && Literals.isAtMost(bound, constants.getFirst());
        }

        boolean isBelow(String bound) {
            return switch (operator) {
                case "<" -> Literals.isAtMost(constants.getFirst(), bound);
                case "<=", "=" -> Literals.isLess(constants.getFirst(), bound);
                default -> false;
            };
        }

        boolean isAmong(List<String> values) {
            return (operator.equals("=") || operator.equals("IN")) && values.containsAll(constants);
        }

        /** Tells whether all of a range fulfils it. */
        boolean admits(PartitionBound range) {
            return switch (operator) {
                case ">=" ->
                    Literals.isAtMost(constants.getFirst(), range.lower().getFirst());
                case "<" -> Literals.isAtMost(range.upper().getFirst(), constants.getFirst());
                default -> false;
            };
        }
    }
}
