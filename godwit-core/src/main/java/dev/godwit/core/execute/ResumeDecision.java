package dev.godwit.core.execute;

/** What to do with a migration in the light of its journal. */
public sealed interface ResumeDecision {
    /** Begin with the first unit. */
    record StartFresh(String reason) implements ResumeDecision {}

    /** Units before {@code next} are proved done. */
    record Resume(int next) implements ResumeDecision {}

    /** It cannot be told what is done. */
    record Refuse(String reason) implements ResumeDecision {}
}
