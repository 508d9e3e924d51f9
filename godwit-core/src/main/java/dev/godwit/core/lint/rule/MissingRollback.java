package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.Category;
import dev.godwit.core.lint.FileContext;
import dev.godwit.core.lint.FolderContext;
import dev.godwit.core.lint.Found;
import dev.godwit.core.lint.Rule;
import dev.godwit.core.lint.RuleInfo;
import dev.godwit.core.migration.Migration;
import dev.godwit.core.migration.MigrationId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds migrations without a way back among others that have one. */
final class MissingRollback implements Rule {
    private static final RuleInfo INFO = RuleInfo.warn(
            "missing-rollback", Category.REVERSIBILITY, "The other migrations have a way back, this one has none");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public Stream<Found> check(FolderContext folder) {
        Set<MigrationId> back = folder.files().stream()
                .filter(FileContext::isDown)
                .filter(file -> !file.statements().isEmpty())
                .flatMap(file -> file.migration().stream())
                .map(part -> part.migration().id())
                .collect(Collectors.toSet());
        List<FileContext> ways = folder.files().stream()
                .filter(file -> !file.isDown()
                        && file.migration().filter(MissingRollback::isVersioned).isPresent())
                .filter(file -> !file.statements().isEmpty())
                .toList();
        List<FileContext> missing = ways.stream()
                .filter(file -> !back.contains(
                        file.migration().orElseThrow().migration().id()))
                .toList();
        if (missing.size() * 2 > ways.size()) {
            return Stream.empty();
        }
        return missing.stream()
                .map(file -> Found.in(file, "there is no way back from " + file.name())
                        .because((ways.size() - missing.size()) + " of the " + ways.size()
                                + " migrations have one, so whoever takes them back stops here")
                        .instead(List.of("-- write the way back; where there is none, say so in it in a comment"
                                + " and do nothing else")));
    }

    private static boolean isVersioned(FileContext.Part part) {
        return part.migration().kind() == Migration.Kind.VERSIONED;
    }
}
