package dev.godwit.postgres.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterObject.Change;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.stream.Stream;

/** Finds tables that move to another schema. */
final class SetSchema implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "set-schema",
                    Category.COMPATIBILITY,
                    "An object in another schema breaks the application that runs now")
            .on(PostgresRules.PRODUCT);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return switch (statement.statement()) {
            case AlterTable alter
            when !statement.isNew(alter.table()) ->
                alter.actions(TableAction.SetSchema.class).map(set -> found(statement, alter.table(), set.schema()));
            case AlterObject alter
            when alter.change() == Change.SET_SCHEMA
                    && alter.value().isPresent()
                    && !alter.kind().equals("EXTENSION") ->
                Stream.of(found(statement, alter.name(), alter.value().orElseThrow()));
            case Statement other -> Stream.empty();
        };
    }

    private static Found found(StatementContext statement, QualifiedName object, Identifier schema) {
        QualifiedName moved = new QualifiedName(List.of(schema, object.last()));
        return Found.at(
                        statement,
                        "every query that finds " + object + " where it was fails from the moment this is committed")
                .about(object)
                .because("the old release of the application and the new one run side by side while it is deployed, and"
                        + " look in different places")
                .instead(List.of(
                        "BEGIN;",
                        statement.text() + ";",
                        "CREATE VIEW " + statement.sql(object) + " AS SELECT * FROM " + statement.sql(moved) + ";",
                        "COMMIT;"));
    }
}
