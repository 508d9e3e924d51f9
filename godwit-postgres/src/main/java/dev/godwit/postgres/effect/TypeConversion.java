package dev.godwit.postgres.effect;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.TypeName;
import java.util.Set;

/** Tells recipes how values of one type become values of another. */
public enum TypeConversion {
    /** An assignment does it. */
    ASSIGNED,
    /** It is a text that is read, as PL/pgSQL does by itself. */
    READ,
    /** A cast does it where one is written. */
    CAST,
    /** Nothing that is built in does it. */
    NONE;

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");

    /** Returns how a value of {@code from} becomes one of {@code to}; of types that are not built in little is known, and a cast is taken to be there. */
    public static TypeConversion between(TypeName from, TypeName to, Catalog catalog) {
        Schema schema = new Schema(catalog);
        PostgresType source = PostgresType.of(from, schema);
        return switch (Casts.between(source, PostgresType.of(to, schema))) {
            case BINARY, ASSIGNED -> ASSIGNED;
            case EXPLICIT -> TEXTS.contains(source.name()) && !source.array() ? READ : CAST;
            case NONE -> NONE;
        };
    }

    /** Tells whether the expression is no more than casts of the column. */
    public static boolean isCast(Expression expression, Identifier column, Catalog catalog) {
        return CastReader.of(expression, column, new Schema(catalog)).isPresent();
    }

    /** Tells whether the type is a domain that is more than a name: a column of it is not added without writing all rows. */
    public static boolean isConstrainedDomain(TypeName type, Catalog catalog) {
        return PostgresType.of(type, new Schema(catalog)).checked();
    }

    /** Tells whether the types are whole numbers of a sequence. */
    public static boolean isWholeNumber(TypeName type, Catalog catalog) {
        PostgresType known = PostgresType.of(type, new Schema(catalog));
        return !known.array()
                && switch (known.name()) {
                    case "int2", "int4", "int8" -> true;
                    default -> false;
                };
    }

    /** Tells whether the expression may give another value each time. */
    public static boolean isVolatile(Expression expression, Catalog catalog) {
        return Volatility.isVolatile(expression, new Schema(catalog));
    }
}
