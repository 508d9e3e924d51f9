package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleId;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Persistence;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds new tables that lack columns or a comment that all tables have to have. */
final class RequiredColumnsComments implements Rule {
    private static final RuleId ID = new RuleId("required-columns-comments");
    private static final RuleInfo INFO =
            RuleInfo.info("required-columns-comments", Category.STYLE, "The table lacks what every table must have");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Set<Class<?>> kinds() {
        return Set.of(CreateTable.class);
    }

    @Override
    public Stream<Found> check(StatementContext statement) {
        if (!(statement.statement() instanceof CreateTable create)
                || create.partitionOf().isPresent()
                || create.persistence() == Persistence.TEMPORARY) {
            return Stream.empty();
        }
        return Stream.concat(columns(statement, create), comment(statement, create));
    }

    private static Stream<Found> columns(StatementContext statement, CreateTable create) {
        List<String> wanted = statement
                .file()
                .folder()
                .option(ID, "columns")
                .map(columns -> List.of(columns.split("\\s*,\\s*")))
                .orElse(List.of());
        List<String> there =
                create.columns().map(column -> column.name().name()).toList();
        List<String> missing =
                wanted.stream().filter(column -> !there.contains(column)).toList();
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(Found.at(statement, create.name() + " has no " + String.join(", ", missing))
                        .about(create.name())
                        .because("the configuration asks for it in every table"));
    }

    private static Stream<Found> comment(StatementContext statement, CreateTable create) {
        boolean wanted = statement
                .file()
                .folder()
                .option(ID, "comment")
                .filter("true"::equals)
                .isPresent();
        boolean there = statement.file().statements().stream()
                .anyMatch(other -> other.statement() instanceof CommentOn comment
                        && comment.name().equals(create.name()));
        return !wanted
                        || there
                        || create.options().stream()
                                .anyMatch(option -> option.name().equals("COMMENT"))
                ? Stream.empty()
                : Stream.of(Found.at(statement, create.name() + " has no comment that says what it is for")
                        .about(create.name())
                        .because("the configuration asks for it on every table"));
    }
}
