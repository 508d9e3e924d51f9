package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction.AddIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction.OtherAction;
import dev.godwit.sql.internal.Cursor;
import java.util.List;
import java.util.Optional;

/** Reads what follows ADD in {@code ALTER TABLE}, but for partitions. */
final class AddReader {
    private final Input in;
    private final Cursor cursor;
    private final ColumnReader columns;
    private final KeyReader keys;

    AddReader(Input in, ColumnReader columns, KeyReader keys) {
        this.in = in;
        this.cursor = in.cursor();
        this.columns = columns;
        this.keys = keys;
    }

    void add(List<AlterAction> actions) {
        if (in.mariadb() && cursor.take("SYSTEM")) {
            in.expect("VERSIONING");
            actions.add(new OtherAction("ADD SYSTEM VERSIONING", Optional.empty()));
            return;
        }
        if (in.mariadb() && cursor.is("PERIOD")) {
            actions.add(period());
            return;
        }
        Optional<KeyReader.Found> key = keys.keyOrConstraint();
        if (key.isPresent()) {
            actions.add(action(key.get().element(), key.get().guard()));
            return;
        }
        cursor.take("COLUMN");
        Guard guard = in.mariadbIfNotExists();
        if (!cursor.isSymbol('(')) {
            actions.add(new AddColumn(columns.column(), guard, position()));
            return;
        }
        cursor.advance();
        do {
            actions.add(element(guard));
        } while (cursor.takeSymbol(','));
        in.expectSymbol(')');
    }

    private AlterAction element(Guard guard) {
        Optional<KeyReader.Found> key = keys.keyOrConstraint();
        return key.isPresent()
                ? action(key.get().element(), key.get().guard())
                : new AddColumn(columns.column(), guard, Position.UNSAID);
    }

    private AlterAction action(Element element, Guard guard) {
        return switch (element) {
            case Element.Column column -> new AddColumn(column.definition(), guard, Position.UNSAID);
            case Element.TableConstraint constraint -> new AddConstraint(constraint.constraint(), guard);
            case Element.Index index -> new AddIndex(index.index(), guard);
            case Element.Like like -> throw in.expected("a column, key or constraint");
            case Element.Other other -> throw in.expected("a column, key or constraint");
        };
    }

    private AlterAction period() {
        in.expect("PERIOD");
        String guard = in.ifNotExists() == Guard.NONE ? "" : "IF NOT EXISTS ";
        in.expect("FOR");
        int mark = cursor.mark();
        in.identifier("a period");
        in.identifiersInParentheses("a column");
        int end = cursor.passed();
        cursor.seek(mark);
        Expression period = cursor.runs().before(end);
        return new OtherAction("ADD PERIOD " + guard + "FOR", Optional.of(period));
    }

    /** Reads {@code FIRST}, {@code AFTER column} or nothing. */
    Position position() {
        if (cursor.take("FIRST")) {
            return new Position(Position.Place.FIRST, Optional.empty());
        }
        if (!cursor.take("AFTER")) {
            return Position.UNSAID;
        }
        Identifier after = in.column();
        return new Position(Position.Place.AFTER, Optional.of(after));
    }
}
