package dev.godwit.mysql.lint;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAttribute.Collated;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TableAction.ConvertCharset;
import dev.godwit.sql.TableAction.SetOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds character sets and collations that are not those agreed on. */
final class CharsetPolicy implements Rule {
    private static final RuleInfo INFO = RuleInfo.info(
                    "mysql-charset-collation-policy",
                    Category.STYLE,
                    "A character set or collation that is not the agreed one")
            .on(MysqlRules.MYSQL, MysqlRules.MARIADB);
    private static final String SET = "CHARACTER SET ";

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class, AlterTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        List<String> allowed =
                List.of(option(statement, "charset", "utf8mb4,binary").split(",", -1));
        List<String> collations = List.of(option(statement, "collation", "").split(",", -1));
        Set<String> wrong = new LinkedHashSet<>();
        charsets(statement)
                .map(CharsetPolicy::normal)
                .filter(charset -> !allowed.contains(charset))
                .forEach(wrong::add);
        collations(statement)
                .map(CharsetPolicy::normal)
                .filter(collation -> !isAllowed(collation, allowed, collations))
                .forEach(wrong::add);
        return table(statement)
                .flatMap(table -> wrong.stream()
                        .map(name -> Found.at(
                                        statement,
                                        table + " gets " + name + ", where " + String.join(" or ", allowed)
                                                + " is agreed on")
                                .about(table)
                                .because("texts of another character set cannot hold every character, and joins over"
                                        + " different collations use no index or fail (error 1267)")
                                .instead(List.of("-- " + SET + allowed.getFirst()
                                        + (collations.getFirst().isEmpty() ? "" : " COLLATE " + collations.getFirst())
                                        + ", or say nothing where the database has it"))));
    }

    private static boolean isAllowed(String collation, List<String> charsets, List<String> collations) {
        boolean any = collations.getFirst().isEmpty();
        boolean ofAllowed = charsets.stream()
                .anyMatch(charset -> collation.equals(charset)
                        || collation.startsWith(charset + "_")
                        || collation.startsWith("uca1400_"));
        return any ? ofAllowed : collations.contains(collation);
    }

    private static String option(StatementContext statement, String name, String otherwise) {
        return statement
                .file()
                .folder()
                .option(INFO.id(), name)
                .orElse(otherwise)
                .replace(" ", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String normal(String written) {
        String name = WrittenColumn.bare(written).toLowerCase(Locale.ROOT);
        return name.equals("utf8") || name.startsWith("utf8_") ? "utf8mb3" + name.substring(4) : name;
    }

    private static Stream<QualifiedName> table(StatementContext statement) {
        return switch (statement.statement()) {
            case CreateTable create -> Stream.of(create.name());
            case AlterTable alter -> Stream.of(alter.table());
            case Statement other -> Stream.empty();
        };
    }

    private static Stream<String> charsets(StatementContext statement) {
        Stream<String> ofColumns = WrittenColumn.in(statement)
                .flatMap(column -> column.definition().type().stream())
                .flatMap(type -> type.modifiers().stream())
                .filter(modifier -> modifier.startsWith(SET))
                .map(modifier -> modifier.substring(SET.length()));
        return Stream.concat(
                Stream.concat(ofColumns, options(statement, "CHARACTER SET")),
                converted(statement).map(ConvertCharset::charset));
    }

    private static Stream<String> collations(StatementContext statement) {
        Stream<String> ofColumns = WrittenColumn.in(statement)
                .flatMap(column -> column.definition().attributes(Collated.class))
                .map(collated -> collated.collation().last().name());
        return Stream.concat(
                Stream.concat(ofColumns, options(statement, "COLLATE")),
                converted(statement).flatMap(convert -> convert.collation().stream()));
    }

    private static Stream<ConvertCharset> converted(StatementContext statement) {
        return statement.actions(ConvertCharset.class);
    }

    private static Stream<String> options(StatementContext statement, String name) {
        Stream<Option> options = switch (statement.statement()) {
            case CreateTable create -> create.options().stream();
            case AlterTable alter -> alter.actions(SetOption.class).map(SetOption::option);
            case Statement other -> Stream.empty();
        };
        return options.filter(option -> option.name().equals(name))
                .flatMap(option -> option.value().stream())
                .map(Expression::text);
    }
}
