package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Concurrency;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE INDEX} and {@code DROP INDEX} (MySQL 8.0 manual, 15.1.15 and 15.1.27). */
final class IndexReader {
    private final Input in;
    private final Cursor cursor;
    private final IndexPartReader parts;

    IndexReader(Input in, IndexPartReader parts) {
        this.in = in;
        this.cursor = in.cursor();
        this.parts = parts;
    }

    /** Reads what follows the word INDEX; {@code kind} stood before it. */
    Statement create(String kind, Replacement replace) {
        Guard guard = in.mariadbIfNotExists();
        Identifier name = in.identifier("a name");
        Optional<Identifier> before = parts.method();
        in.expect("ON");
        QualifiedName table = in.name("a table");
        List<IndexElement> elements = parts.elements();
        List<Option> options = new ArrayList<>(1);
        if (replace == Replacement.OR_REPLACE) {
            options.add(new Option("OR REPLACE", Optional.empty()));
        }
        in.waiting().ifPresent(options::add);
        Optional<Identifier> behind = parts.options(options);
        how(options);
        in.expectEnd();
        parts.checkFor(kind, behind, options);
        return new CreateIndex(
                cursor.span(),
                kind,
                Concurrency.PLAIN,
                guard,
                Optional.of(new QualifiedName(List.of(name))),
                AlterTable.Scope.WITH_CHILDREN,
                table,
                behind.isPresent() ? behind : before,
                elements,
                List.of(),
                ConstraintRule.Nulls.UNSAID,
                options,
                Optional.empty());
    }

    private void how(List<Option> options) {
        while (cursor.is("ALGORITHM") || cursor.is("LOCK")) {
            String word = cursor.upper();
            if (options.stream().anyMatch(option -> option.name().equals(word))) {
                throw in.expected("one " + word);
            }
            cursor.advance();
            cursor.takeSymbol('=');
            options.add(new Option(word, Optional.of(in.token("a kind of " + word))));
        }
    }

    /** Reads what follows the word INDEX. */
    Statement drop() {
        Guard guard = in.mariadbIfExists();
        Identifier name = in.identifier("an index");
        in.expect("ON");
        List<Identifier> parts = new ArrayList<>(in.name("a table").parts());
        parts.add(name);
        List<Option> options = new ArrayList<>(1);
        in.waiting().ifPresent(options::add);
        if (!in.mariadb()) {
            how(options);
        }
        in.expectEnd();
        return new DropIndex(
                cursor.span(), Concurrency.PLAIN, guard, List.of(new QualifiedName(parts)), Behavior.UNSAID, options);
    }
}
