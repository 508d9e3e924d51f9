package dev.godwit.core.lint;

import dev.godwit.sql.SourceSpan;
import java.util.Optional;

/**
 * A comment {@code -- godwit:allow <rule> -- <reason>}, or {@code godwit:allow-file} for the whole file.
 *
 * @param span of the comment
 * @param rule what stands where the id of a rule should
 * @param reason empty where there is none
 * @param statement the index of the statement that it is about; empty for the whole file
 */
public record Allow(SourceSpan span, String rule, String reason, Optional<Integer> statement) {
    boolean isAbout(RuleRun.Hit hit) {
        return hit.rule().id().value().equals(rule)
                && (statement.isEmpty()
                        || hit.found()
                                .at()
                                .filter(found -> found.index() == statement.get())
                                .isPresent());
    }
}
