package dev.godwit.core.lint.rule;

import dev.godwit.core.effect.Loss;
import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.stream.Stream;

/** Finds losses of which no copy is kept. */
final class IrreversibleWithoutBackup implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "irreversible-without-backup", Category.REVERSIBILITY, "What is lost here was not copied first")
            .onRequest();

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (statement.file().isDown()) {
            return Stream.empty();
        }
        return statement.effects().losses().stream()
                .filter(loss -> loss.kind() == Loss.Kind.ROWS
                        || loss.kind() == Loss.Kind.TABLE
                        || loss.kind() == Loss.Kind.COLUMN)
                .filter(loss -> !statement.isNew(loss.object()))
                .filter(loss -> !isCopied(statement, loss.object()))
                .map(loss -> found(statement, loss));
    }

    private static boolean isCopied(StatementContext statement, QualifiedName table) {
        return statement.file().statements().stream()
                .filter(other -> other.index() < statement.index())
                .anyMatch(other -> other.statement() instanceof CreateTable create
                        && create.query()
                                .filter(query -> query.mentions(table.last()))
                                .isPresent());
    }

    private static Found found(StatementContext statement, Loss loss) {
        String table = statement.sql(loss.object());
        String what = loss.part().isEmpty() ? loss.object().toString() : loss.object() + "." + loss.part();
        return Found.at(statement, what + " is lost, and no statement before it keeps a copy")
                .about(loss.object())
                .because("a way back can make the table or the column again, not what was in it")
                .instead(List.of(
                        "CREATE TABLE " + loss.object().last() + "_kept AS SELECT * FROM " + table + ";",
                        statement.text() + ";"));
    }
}
