package dev.godwit.sql.mysql;

import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnAttribute.Generated.Storing;
import dev.godwit.sql.ColumnAttribute.Setting;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the definitions of columns (MySQL 8.0 manual, 15.1.20; MariaDB manual, "Column Definitions"). */
final class ColumnReader {
    private final Input in;
    private final Cursor cursor;
    private final TypeReader types;
    private final ValueReader values;
    private final KeyReader keys;
    private final IndexPartReader parts;

    ColumnReader(Input in, TypeReader types, ValueReader values, KeyReader keys, IndexPartReader parts) {
        this.in = in;
        this.cursor = in.cursor();
        this.types = types;
        this.values = values;
        this.keys = keys;
        this.parts = parts;
    }

    ColumnDefinition column() {
        int start = cursor.mark();
        return column(start, in.column());
    }

    /** Reads the rest of the definition of the column {@code name}, which began at {@code start}. */
    ColumnDefinition column(int start, Identifier name) {
        TypeName type = types.type();
        List<ColumnAttribute> attributes = new ArrayList<>(2);
        boolean generated = false;
        Optional<ColumnAttribute> attribute = attribute(name);
        while (attribute.isPresent()) {
            if (generated && in.mariadb() && !fitsGenerated(attribute.get())) {
                throw new Unreadable("a generated column of MariaDB has no such attribute");
            }
            attributes.add(attribute.get());
            generated |= attribute.get() instanceof ColumnAttribute.Generated;
            attribute = isLast(attribute.get()) ? reference(attribute.get(), name) : attribute(name);
        }
        return new ColumnDefinition(in.since(start), name, Optional.of(type), attributes);
    }

    // MariaDB's generated columns cannot be NOT NULL, nor have a default (seen on 11.4).
    private static boolean fitsGenerated(ColumnAttribute attribute) {
        return switch (attribute) {
            case Constrained constrained ->
                !(constrained.constraint().rule() instanceof ConstraintRule.NotNull)
                        && !(constrained.constraint().rule() instanceof ConstraintRule.PrimaryKey);
            case ColumnAttribute.Commented commented -> true;
            case Setting setting -> true;
            case ColumnAttribute.Collated collated -> true;
            case ColumnAttribute.Nullable nullable -> false;
            case ColumnAttribute.Default value -> false;
            case ColumnAttribute.Generated generated -> false;
            case ColumnAttribute.Identity identity -> false;
            case ColumnAttribute.AutoIncrement increment -> false;
            case ColumnAttribute.OnUpdate update -> false;
        };
    }

    // MariaDB takes a CHECK, and both products REFERENCES, behind all else (seen on 8.0 and 11.4).
    private boolean isLast(ColumnAttribute attribute) {
        if (!(attribute instanceof Constrained constrained)) {
            return false;
        }
        ConstraintRule rule = constrained.constraint().rule();
        return rule instanceof ForeignKey || (in.mariadb() && rule instanceof ConstraintRule.Check);
    }

    private Optional<ColumnAttribute> reference(ColumnAttribute last, Identifier column) {
        boolean checked = last instanceof Constrained constrained
                && constrained.constraint().rule() instanceof ConstraintRule.Check;
        boolean follows = checked && (cursor.is("REFERENCES") || cursor.is("CONSTRAINT"));
        return follows ? attribute(column) : Optional.empty();
    }

    private Optional<ColumnAttribute> attribute(Identifier column) {
        int start = cursor.mark();
        return switch (cursor.upper()) {
            case "" -> named();
            case "NOT" -> not(column, start);
            case "NULL" -> passing(new ColumnAttribute.Nullable());
            case "DEFAULT" -> Optional.of(defaultValue());
            case "ON" -> Optional.of(onUpdate());
            case "AUTO_INCREMENT" -> passing(new ColumnAttribute.AutoIncrement());
            case "SERIAL" -> serial();
            case "PRIMARY", "KEY" -> {
                cursor.take("PRIMARY");
                in.expect("KEY");
                yield Optional.of(constrained(start, Optional.empty(), new ConstraintRule.PrimaryKey(key(column))));
            }
            case "UNIQUE" -> {
                cursor.advance();
                cursor.take("KEY");
                yield Optional.of(constrained(start, Optional.empty(), new ConstraintRule.Unique(key(column))));
            }
            case "CONSTRAINT", "CHECK", "REFERENCES" -> Optional.of(constraint(column, start));
            case "COMMENT" -> comment();
            case "COLLATE" -> {
                cursor.advance();
                yield Optional.of(
                        new ColumnAttribute.Collated(new QualifiedName(List.of(new Identifier(types.collation())))));
            }
            case "GENERATED", "AS" -> Optional.of(generated());
            default -> setting();
        };
    }

    private Optional<ColumnAttribute> passing(ColumnAttribute attribute) {
        cursor.advance();
        return Optional.of(attribute);
    }

    private Optional<ColumnAttribute> not(Identifier column, int start) {
        if (cursor.take("NOT", "NULL")) {
            return Optional.of(constrained(start, Optional.empty(), new ConstraintRule.NotNull(column)));
        }
        if (!in.mariadb() && cursor.take("NOT", "SECONDARY")) {
            return plain("NOT SECONDARY");
        }
        cursor.advance();
        throw in.expected("NULL");
    }

    private static ConstraintRule.Key key(Identifier column) {
        return ConstraintRule.Key.of(List.of(IndexElement.of(column)));
    }

    private Constrained constrained(int start, Optional<Identifier> name, ConstraintRule rule) {
        return new Constrained(new Constraint(in.since(start), name, rule, Checking.PLAIN));
    }

    private ColumnAttribute defaultValue() {
        cursor.advance();
        return new ColumnAttribute.Default(values.ofColumn("a default"));
    }

    private ColumnAttribute onUpdate() {
        in.expect("ON", "UPDATE");
        return new ColumnAttribute.OnUpdate(values.now());
    }

    private Optional<ColumnAttribute> serial() {
        in.expect("SERIAL", "DEFAULT", "VALUE");
        return plain("SERIAL DEFAULT VALUE");
    }

    private ColumnAttribute constraint(Identifier column, int start) {
        boolean constraint = cursor.take("CONSTRAINT");
        Optional<Identifier> name = constraint && in.atName() ? Optional.of(in.identifier("a name")) : Optional.empty();
        if (!(constraint && in.mariadb()) && cursor.take("CHECK")) {
            ConstraintRule rule = new ConstraintRule.Check(in.inParentheses("a condition"));
            Checking checking = keys.checking();
            return new Constrained(new Constraint(in.since(start), name, rule, checking));
        }
        if (!cursor.is("REFERENCES") || (name.isPresent() && !in.mariadb())) {
            throw in.expected(in.mariadb() ? "REFERENCES" : "CHECK");
        }
        return constrained(start, name, new ForeignKey(List.of(column), keys.references(), Optional.empty()));
    }

    private Optional<ColumnAttribute> comment() {
        cursor.advance();
        return Optional.of(new ColumnAttribute.Commented(in.string("a comment")));
    }

    private ColumnAttribute generated() {
        if (cursor.take("GENERATED")) {
            in.expect("ALWAYS");
        }
        in.expect("AS");
        if (in.mariadb() && cursor.take("ROW")) {
            String row = cursor.take("START") ? "START" : "END";
            if (row.equals("END")) {
                in.expect("END");
            }
            return new Setting(new Option("GENERATED ALWAYS AS ROW " + row, Optional.empty()));
        }
        return new ColumnAttribute.Generated(in.inParentheses("an expression"), storing());
    }

    private Storing storing() {
        if (cursor.take("VIRTUAL")) {
            return Storing.VIRTUAL;
        }
        boolean stored = cursor.take("STORED") || (in.mariadb() && cursor.take("PERSISTENT"));
        return stored ? Storing.STORED : Storing.UNSAID;
    }

    private Optional<ColumnAttribute> setting() {
        return switch (cursor.upper()) {
            case "INVISIBLE" -> word("INVISIBLE");
            case "VISIBLE" -> in.mariadb() ? named() : word("VISIBLE");
            case "COLUMN_FORMAT", "STORAGE" -> in.mariadb() && !in.is("STORAGE") ? named() : modal();
            case "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE" -> in.mariadb() ? named() : text();
            case "SRID" -> in.mariadb() ? named() : number();
            case "WITH", "WITHOUT" -> versioning();
            case "COMPRESSED" -> in.mariadb() ? compressed() : Optional.empty();
            default -> named();
        };
    }

    private Optional<ColumnAttribute> word(String name) {
        cursor.advance();
        return plain(name);
    }

    private static Optional<ColumnAttribute> plain(String name) {
        return Optional.of(new Setting(new Option(name, Optional.empty())));
    }

    private static Optional<ColumnAttribute> valued(String name, Expression value) {
        return Optional.of(new Setting(new Option(name, Optional.of(value))));
    }

    private Optional<ColumnAttribute> modal() {
        String name = cursor.upper();
        cursor.advance();
        return switch (cursor.upper()) {
            case "FIXED", "DYNAMIC", "DISK", "MEMORY", "DEFAULT" -> valued(name, in.token("a mode"));
            default -> throw in.expected("a mode of " + name);
        };
    }

    private Optional<ColumnAttribute> text() {
        String name = cursor.upper();
        cursor.advance();
        cursor.takeSymbol('=');
        return valued(name, in.token("a string"));
    }

    private Optional<ColumnAttribute> number() {
        cursor.advance();
        return valued("SRID", in.token("a number"));
    }

    private Optional<ColumnAttribute> versioning() {
        if (in.mariadb() && cursor.take("WITH", "SYSTEM", "VERSIONING")) {
            return plain("WITH SYSTEM VERSIONING");
        }
        return in.mariadb() && cursor.take("WITHOUT", "SYSTEM", "VERSIONING")
                ? plain("WITHOUT SYSTEM VERSIONING")
                : Optional.empty();
    }

    private Optional<ColumnAttribute> compressed() {
        cursor.advance();
        return cursor.takeSymbol('=') ? valued("COMPRESSED", in.token("a method")) : plain("COMPRESSED");
    }

    private Optional<ColumnAttribute> named() {
        return in.mariadb() ? parts.named().map(Setting::new) : Optional.empty();
    }
}
