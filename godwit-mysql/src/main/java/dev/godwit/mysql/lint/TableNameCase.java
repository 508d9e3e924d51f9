package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction.RenameTable;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds names of tables that are not the same on every server. */
final class TableNameCase implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
                    "mysql-lower-case-table-names",
                    Category.STYLE,
                    "Whether the case of a table's name counts depends on the server")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, RenameTables.class, RenameTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        return made(statement)
                .filter(name -> !lower(name.last()).equals(name.last()))
                .map(name -> Found.at(
                                statement,
                                name + " is another table than " + lower(name.last())
                                        + " on Linux, and the same on Windows and macOS")
                        .about(name)
                        .because(
                                "lower_case_table_names is 0 on Linux, 1 on Windows and 2 on macOS, and is fixed when a"
                                        + " server is set up")
                        .instead(List.of("-- " + statement.sql(new QualifiedName(List.of(lower(name.last()))))
                                + ", in lower case everywhere")));
    }

    private static Identifier lower(Identifier name) {
        return new Identifier(name.name().toLowerCase(Locale.ROOT));
    }

    private static Stream<QualifiedName> made(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> Stream.of(create.name());
            case RenameTables rename -> rename.renamings().stream().map(RenameTables.Renaming::to);
            case AlterTable alter -> alter.actions(RenameTable.class).map(RenameTable::to);
            case Statement other -> Stream.empty();
        };
    }
}
