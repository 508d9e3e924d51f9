package dev.godwit.core.lint;

import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.Statement.Unparsed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks rules about files that have been read. */
final class RuleRun {
    private final Questions forAll;
    private final Questions forWaysBack;
    private final List<Hit> hits = new ArrayList<>();

    private RuleRun(List<Rule> rules) {
        forAll = new Questions(rules);
        forWaysBack = new Questions(
                rules.stream().filter(rule -> isForWaysBack(rule.info())).toList());
    }

    /** What one rule found. */
    record Hit(RuleInfo rule, Found found) {}

    private record Block(RuleInfo rule, StatementContext.Transaction transaction, int index) {}

    /** Asks all rules about everything. */
    static List<Hit> of(List<Rule> rules, FolderContext folder) {
        var run = new RuleRun(rules);
        folder.files().stream().filter(FileContext::isJudged).forEach(run::file);
        for (Rule rule : rules) {
            run.take(rule, RuleFailure::overall, () -> rule.check(folder).filter(found -> isOurs(rule.info(), found)));
        }
        return run.hits;
    }

    private static boolean isOurs(RuleInfo rule, Found found) {
        return found.in()
                .map(file -> file.isJudged() && (!file.isDown() || isForWaysBack(rule)))
                .orElse(true);
    }

    private static boolean isForWaysBack(RuleInfo rule) {
        return switch (rule.category()) {
            case REVERSIBILITY, TOOL -> true;
            case TRANSACTION_SAFETY -> rule.severity() == Severity.ERROR;
            case LOCK, BLOCKING_SCAN, REWRITE, DATA_LOSS, COMPATIBILITY, IDEMPOTENCY, REPLICATION, STYLE -> false;
        };
    }

    private void file(FileContext file) {
        int start = hits.size();
        Questions asked = file.isDown() ? forWaysBack : forAll;
        for (StatementContext statement : file.statements()) {
            for (Rule rule : asked.about(statement.statement())) {
                take(rule, failure -> failure.at(statement), () -> rule.check(statement));
            }
        }
        leaveOutBlocks(start);
        leaveOutUnread(start);
        for (Rule rule : asked.rules()) {
            take(rule, failure -> failure.in(file), () -> rule.check(file));
        }
    }

    // A rule that breaks down says nothing about what it was asked; all others are still to be heard.
    private void take(Rule rule, Function<RuleFailure, Found> told, Supplier<Stream<Found>> question) {
        try {
            question.get().toList().forEach(one -> hits.add(new Hit(rule.info(), one)));
        } catch (RuntimeException | StackOverflowError failure) {
            hits.add(new Hit(ToolRules.FAILED, told.apply(new RuleFailure(rule.info(), failure))));
        }
    }

    // A block does what the statements in it do: where a rule has found one of those, that is the better place.
    private void leaveOutBlocks(int start) {
        List<Hit> found = hits.subList(start, hits.size());
        Set<Block> inner = new HashSet<>();
        for (Hit hit : found) {
            hit.found()
                    .at()
                    .filter(statement -> !(statement.statement() instanceof CodeBlock))
                    .ifPresent(statement -> inner.add(place(hit, statement)));
        }
        found.removeIf(hit -> hit.found()
                .at()
                .filter(statement ->
                        statement.statement() instanceof CodeBlock && inner.contains(place(hit, statement)))
                .isPresent());
    }

    // Where a rule knows what an unreadable text does, it is not true that nobody can tell.
    private void leaveOutUnread(int start) {
        List<Hit> found = hits.subList(start, hits.size());
        Set<StatementContext> judged = new HashSet<>();
        for (Hit hit : found) {
            if (!hit.rule().equals(ToolRules.CANNOT_ANALYSE)) {
                hit.found().at().ifPresent(judged::add);
            }
        }
        found.removeIf(hit -> hit.rule().equals(ToolRules.CANNOT_ANALYSE)
                && hit.found()
                        .at()
                        .filter(statement -> statement.statement() instanceof Unparsed && judged.contains(statement))
                        .isPresent());
    }

    private static Block place(Hit hit, StatementContext statement) {
        return new Block(hit.rule(), statement.transaction(), statement.index());
    }
}
