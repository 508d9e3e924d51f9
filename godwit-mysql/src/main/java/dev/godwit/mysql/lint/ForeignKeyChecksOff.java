package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement.SessionSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds foreign keys that are added while the server does not check them. */
final class ForeignKeyChecksOff implements Rule {
    private static final RuleInfo INFO = RuleInfo.error(
                    "mysql-fk-checks-off-unvalidated",
                    Category.DATA_LOSS,
                    "A foreign key added with checks off vouches for orphans")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    // Dumps set several variables in one SET.
    private static final Pattern CHECKS =
            Pattern.compile("(?<![\\w@]@)\\bforeign_key_checks\\b\\s*:?=\\s*([@\\w'\"]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OFF = Pattern.compile("['\"]?(0|off|false)['\"]?", Pattern.CASE_INSENSITIVE);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(AddConstraint.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof AlterTable alter)
                || statement.isNew(alter.table())
                || checksAreOn(statement)) {
            return Stream.empty();
        }
        return alter.actions(AddConstraint.class)
                .filter(add -> add.constraint().rule() instanceof ForeignKey)
                .map(add -> found(
                        statement, alter, add, (ForeignKey) add.constraint().rule()));
    }

    private static boolean checksAreOn(StatementContext statement) {
        boolean on = true;
        for (StatementContext earlier : statement.file().statements()) {
            if (earlier.index() >= statement.index()) {
                return on;
            }
            if (earlier.statement() instanceof SessionSetting setting
                    && setting.reach() != SessionSetting.Reach.SERVER) {
                Matcher said = CHECKS.matcher(earlier.text());
                while (said.find()) {
                    on = !OFF.matcher(said.group(1)).matches();
                }
            }
        }
        return on;
    }

    private static Found found(StatementContext statement, AlterTable alter, AddConstraint add, ForeignKey key) {
        QualifiedName parent = key.references().table();
        return Found.at(
                        statement,
                        "rows of " + alter.table() + " that point to no row of " + parent
                                + " stay, and from now on everybody takes it that there are none")
                .marking(add.constraint().span())
                .weighing(alter.table())
                .about(parent)
                .because("with foreign_key_checks = 0 the server looks at no row, and it never makes up for it when the"
                        + " checks are on again")
                .instead(way(statement, alter, add, key));
    }

    private static List<String> way(StatementContext statement, AlterTable alter, AddConstraint add, ForeignKey key) {
        List<String> lines = new ArrayList<>();
        List<Identifier> referenced = key.references().columns().isEmpty()
                ? List.of(new Identifier("id"))
                : key.references().columns();
        if (referenced.size() == key.columns().size()) {
            lines.add("-- look for orphans first, and mend or delete them:");
            lines.add(orphans(statement, alter.table(), key, referenced));
        }
        lines.add("SET foreign_key_checks = 1;");
        lines.add(statement.sql(alter.with(List.of(add))));
        return lines;
    }

    private static String orphans(
            StatementContext statement, QualifiedName table, ForeignKey key, List<Identifier> referenced) {
        String join = IntStream.range(0, referenced.size())
                .mapToObj(i -> "p." + name(statement, referenced.get(i)) + " = c."
                        + name(statement, key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return "SELECT c.* FROM " + statement.sql(table) + " c LEFT JOIN "
                + statement.sql(key.references().table()) + " p ON " + join + " WHERE c."
                + name(statement, key.columns().getFirst()) + " IS NOT NULL AND p."
                + name(statement, referenced.getFirst()) + " IS NULL;";
    }

    private static String name(StatementContext statement, Identifier name) {
        return statement.sql(new QualifiedName(List.of(name)));
    }
}
