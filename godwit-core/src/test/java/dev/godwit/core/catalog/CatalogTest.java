package dev.godwit.core.catalog;

import static dev.godwit.core.catalog.Made.add;
import static dev.godwit.core.catalog.Made.alter;
import static dev.godwit.core.catalog.Made.check;
import static dev.godwit.core.catalog.Made.column;
import static dev.godwit.core.catalog.Made.constraint;
import static dev.godwit.core.catalog.Made.control;
import static dev.godwit.core.catalog.Made.drop;
import static dev.godwit.core.catalog.Made.dropColumn;
import static dev.godwit.core.catalog.Made.dropIndex;
import static dev.godwit.core.catalog.Made.foreign;
import static dev.godwit.core.catalog.Made.id;
import static dev.godwit.core.catalog.Made.index;
import static dev.godwit.core.catalog.Made.name;
import static dev.godwit.core.catalog.Made.notNull;
import static dev.godwit.core.catalog.Made.notValid;
import static dev.godwit.core.catalog.Made.partition;
import static dev.godwit.core.catalog.Made.primary;
import static dev.godwit.core.catalog.Made.renameColumn;
import static dev.godwit.core.catalog.Made.renameTo;
import static dev.godwit.core.catalog.Made.set;
import static dev.godwit.core.catalog.Made.table;
import static dev.godwit.core.catalog.Made.tableAs;
import static dev.godwit.core.catalog.Made.unique;
import static dev.godwit.core.catalog.Made.validate;
import static dev.godwit.core.catalog.Made.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.godwit.core.catalog.Conventions.Trait;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.SessionSetting.Reach;
import dev.godwit.sql.Statement.TransactionControl.Verb;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Conventions ROLLS_BACK = new FakeConventions(Trait.DEFINITIONS_ROLL_BACK, Trait.VIEWS_FOLLOW);
    private static final Conventions SHRINKS = new FakeConventions(Trait.INDEXES_OUTLIVE_COLUMNS);

    private static Catalog folded(Conventions conventions, Statement... statements) {
        Catalog catalog = Catalog.unknown(conventions);
        for (Statement statement : statements) {
            catalog = catalog.after(statement);
        }
        return catalog;
    }

    private static Catalog folded(Statement... statements) {
        return folded(ROLLS_BACK, statements);
    }

    private static Table the(Catalog catalog, String table) {
        return catalog.table(name(table)).orElseThrow();
    }

    @Test
    void makesATableWithKeysAndTheirIndexes() {
        Table users = the(
                folded(table(
                        "users",
                        column("id", "integer", primary("id")),
                        column("email", "text", notNull("email"), unique("email")),
                        column("age", "integer", check("age > 0")))),
                "users");

        assertThat(users.age()).isEqualTo(Age.NEW);
        assertThat(users.knowledge()).isEqualTo(Table.Knowledge.WHOLE);
        assertThat(users.columns())
                .extracting(Column::name, Column::nullability)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(id("id"), Column.Nullability.NOT_NULL),
                        org.assertj.core.groups.Tuple.tuple(id("email"), Column.Nullability.NOT_NULL),
                        org.assertj.core.groups.Tuple.tuple(id("age"), Column.Nullability.NULLABLE));
        assertThat(users.indexes()).extracting(Index::kind).containsExactly("PRIMARY", "UNIQUE");
        assertThat(users.constraints()).hasSize(3);
    }

    @Test
    void learnsOfATableThatItDoesNotKnow() {
        Catalog catalog = folded(alter("orders", add(notValid("present", check("status IS NOT NULL")))));
        Table before = the(catalog, "orders");

        Table after = the(catalog.after(alter("orders", validate("present"))), "orders");

        assertThat(before.age()).isEqualTo(Age.OLD);
        assertThat(before.knowledge()).isEqualTo(Table.Knowledge.PARTIAL);
        assertThat(before.provesNotNull(id("status"))).isFalse();
        assertThat(after.provesNotNull(id("status"))).isTrue();
    }

    @Test
    void makesOldWhatAnEarlierMigrationMade() {
        Catalog catalog = folded(table("users", column("id", "integer")));

        assertThat(catalog.isNew(name("users"))).isTrue();
        assertThat(catalog.nextMigration().isNew(name("users"))).isFalse();
        assertThat(the(catalog.nextMigration(), "users").age()).isEqualTo(Age.OLD);
    }

    @Test
    void fillsATableByAQuery() {
        Statement insert = new Statement.Dml(
                Made.SPAN,
                "INSERT",
                Optional.of(name("copy")),
                Set.of(Statement.Dml.Clause.SELECT),
                List.of(),
                Optional.empty());

        assertThat(the(folded(table("copy", column("id", "integer")), insert), "copy")
                        .age())
                .isEqualTo(Age.FILLED);
        Table made = the(folded(tableAs("made", "SELECT id, total AS sum FROM orders")), "made");
        assertThat(made.age()).isEqualTo(Age.FILLED);
        assertThat(made.knowledge()).isEqualTo(Table.Knowledge.PARTIAL);
        assertThat(made.columns()).extracting(Column::name).containsExactly(id("id"), id("sum"));
    }

    @Test
    void takesIndexesAndConstraintsAlongWithAColumn() {
        Table users = the(
                folded(
                        table(
                                "users",
                                column("a", "integer"),
                                column("b", "integer"),
                                constraint("both", unique("a", "b"))),
                        index("INDEX", "users_b", "users", "b"),
                        alter("users", dropColumn("a", Behavior.UNSAID))),
                "users");

        assertThat(users.columns()).extracting(Column::name).containsExactly(id("b"));
        assertThat(users.constraints()).isEmpty();
        assertThat(users.indexes()).extracting(Index::name).containsExactly(Optional.of(id("users_b")));
    }

    @Test
    void shrinksIndexesWhereTheyOutliveTheirColumns() {
        Table users = the(
                folded(
                        SHRINKS,
                        table("users", column("a", "integer"), column("b", "integer")),
                        index("INDEX", "both", "users", "a", "b"),
                        index("INDEX", "one", "users", "a"),
                        alter("users", dropColumn("a", Behavior.UNSAID))),
                "users");

        assertThat(users.indexes()).singleElement().satisfies(index -> {
            assertThat(index.name()).contains(id("both"));
            assertThat(index.uses(id("b"))).isTrue();
            assertThat(index.uses(id("a"))).isFalse();
        });
    }

    @Test
    void followsRenames() {
        Catalog catalog = folded(
                table("users", column("id", "integer", primary("id")), constraint("aged", check("age > 0"))),
                table("orders", column("user_id", "integer"), constraint("of_user", foreign("user_id", "users"))),
                view("adults", "SELECT id FROM users WHERE age > 17"),
                index("INDEX", "users_age", "users", "age"),
                alter("users", renameColumn("age", "years"), renameColumn("id", "key")),
                alter("users", renameTo("people")));

        Table people = the(catalog, "people");
        assertThat(catalog.table(name("users"))).isEmpty();
        assertThat(people.constraint(id("aged")).orElseThrow().rule())
                .satisfies(rule -> assertThat(Tokens.uses(rule, id("years"))).isTrue());
        assertThat(people.index(id("users_age")).orElseThrow().uses(id("years")))
                .isTrue();
        assertThat(catalog.tableOfIndex(name("users_age"))).contains(people);
        assertThat(catalog.referencing(name("people"))).extracting(Table::name).containsExactly(name("orders"));
        ForeignKey key =
                the(catalog, "orders").rules(ForeignKey.class).findFirst().orElseThrow();
        assertThat(key.references().table()).isEqualTo(name("people"));
        assertThat(key.references().columns()).containsExactly(id("key"));
        assertThat(catalog.reading(name("people"))).extracting(View::name).containsExactly(name("adults"));
    }

    @Test
    void givesPartitionsWhatTheirParentHas() {
        Catalog catalog = folded(
                table("events", column("id", "integer"), column("day", "date"), constraint("p", primary("id", "day"))),
                partition("events_1", "events", "FOR VALUES IN (1)"),
                alter("events", add(column("note", "text", notNull("note")))),
                index("INDEX", "events_note", "events", "note"));

        Table partition = the(catalog, "events_1");
        assertThat(catalog.partitions(name("events"))).containsExactly(partition);
        assertThat(partition.columns()).extracting(Column::name).containsExactly(id("id"), id("day"), id("note"));
        assertThat(partition.provesNotNull(id("note"))).isTrue();
        assertThat(partition.indexes()).extracting(Index::kind).containsExactly("PRIMARY", "INDEX");
        assertThat(catalog.after(drop("TABLE", "events", Behavior.UNSAID)).table(name("events_1")))
                .isEmpty();
    }

    @Test
    void dropsIndexesViewsAndForeignKeysWithWhatTheyStandOn() {
        Catalog catalog = folded(
                table("users", column("id", "integer", primary("id"))),
                table("orders", column("user_id", "integer"), constraint(foreign("user_id", "users"))),
                index("INDEX", "by_user", "orders", "user_id"),
                view("v", "WITH o AS (SELECT * FROM orders) SELECT o.user_id FROM o, users"),
                view("w", "SELECT user_id FROM v"));

        assertThat(catalog.view(name("v")).orElseThrow().reads())
                .containsExactlyInAnyOrder(name("orders"), name("users"));
        assertThat(the(catalog.after(dropIndex("by_user")), "orders").indexes()).isEmpty();
        Catalog without = catalog.after(drop("TABLE", "users", Behavior.CASCADE));
        assertThat(without.views()).isEmpty();
        assertThat(the(without, "orders").constraints()).isEmpty();
    }

    @Test
    void goesBackAtARollback() {
        Catalog begun =
                folded(table("a", column("id", "integer")), control(Verb.BEGIN), table("b", column("id", "integer")));
        Catalog saved = begun.after(control(Verb.SAVEPOINT)).after(table("c", column("id", "integer")));

        assertThat(saved.after(control(Verb.ROLLBACK_TO)).tables())
                .extracting(Table::name)
                .containsExactly(name("a"), name("b"));
        assertThat(saved.after(control(Verb.ROLLBACK)).tables())
                .extracting(Table::name)
                .containsExactly(name("a"));
        assertThat(saved.after(control(Verb.COMMIT))
                        .after(control(Verb.ROLLBACK))
                        .tables())
                .hasSize(3);
        assertThat(folded(SHRINKS, control(Verb.BEGIN), table("a"), control(Verb.ROLLBACK))
                        .tables())
                .hasSize(1);
    }

    @Test
    void forgetsSettingsOfATransactionAtItsEnd() {
        Catalog catalog = folded(
                set("lock_timeout", "'5s'", Reach.SESSION),
                control(Verb.BEGIN),
                set("lock_timeout", "'1s'", Reach.TRANSACTION));

        assertThat(catalog.setting("lock_timeout")).contains("'1s'");
        assertThat(catalog.after(control(Verb.COMMIT)).setting("lock_timeout")).contains("'5s'");
        assertThat(catalog.nextMigration().setting("lock_timeout")).contains("'5s'");
        assertThat(catalog.after(new Statement.SessionSetting(
                                Made.SPAN, "lock_timeout", Optional.empty(), Reach.SESSION))
                        .setting("lock_timeout"))
                .isEmpty();
    }

    @Test
    void keepsNewLabelsOfAnEnumApartUntilTheyAreCommitted() {
        Statement add = new Statement.AddEnumValue(
                Made.SPAN, name("mood"), Statement.Guard.NONE, "calm", Optional.of("BEFORE"), Optional.of("happy"));
        Statement create = new dev.godwit.sql.CreateType(
                Made.SPAN, name("mood"), new dev.godwit.sql.CreateType.Form.Enumeration(List.of("sad", "happy")));

        Catalog catalog = folded(create, add);

        assertThat(catalog.type(name("mood")))
                .contains(new UserType.Enumeration(name("mood"), List.of("sad", "calm", "happy"), List.of("calm")));
        assertThat(catalog.after(control(Verb.COMMIT)).type(name("mood")))
                .contains(new UserType.Enumeration(name("mood"), List.of("sad", "calm", "happy"), List.of()));
        assertThat(catalog.nextMigration().type(name("mood")))
                .isEqualTo(catalog.after(control(Verb.COMMIT)).type(name("mood")));
    }

    @Test
    void foldsTenThousandStatementsInWellUnderASecond() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String table = "table_" + i;
            statements.add(table(
                    table,
                    column("id", "integer", primary("id")),
                    column("user_id", "integer", foreign("user_id", "table_0")),
                    column("name", "text", notNull("name"))));
            statements.add(index("INDEX", table + "_name", table, "name"));
            statements.add(alter(table, add(column("more", "text"))));
            statements.add(alter(table, renameColumn("more", "less")));
            statements.add(alter(table, add(constraint(table + "_c", check("less > 0")))));
        }
        Catalog folded = fold(Catalog.unknown(ROLLS_BACK), statements);

        assertThat(folded.tables()).hasSize(2_000);
        assertThat(folded.referencing(name("table_0"))).hasSize(2_000);
        assertThat(Stream.generate(() -> cost(statements)).limit(5).min(Duration::compareTo))
                .hasValueSatisfying(best -> assertThat(best).isLessThan(Duration.ofSeconds(1)));
    }

    private static Duration cost(List<Statement> statements) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        fold(Catalog.unknown(ROLLS_BACK), statements);
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
    }

    private static Catalog fold(Catalog from, List<Statement> statements) {
        Catalog catalog = from;
        for (Statement statement : statements) {
            catalog = catalog.after(statement);
        }
        return catalog;
    }

    @Test
    void findsColumnsInAnyCaseButTheirOwnFirst() {
        Table table = the(folded(table("t", column("Name", "text"), column("name", "text"))), "t");

        assertThat(table.column(id("name")).map(Column::name)).contains(id("name"));
        assertThat(table.column(id("NAME")).map(Column::name)).contains(new Identifier("Name"));
    }
}
