package dev.godwit.core.lint;

import java.util.Optional;

/** A rule that broke down where it was to judge. */
record RuleFailure(RuleInfo rule, Throwable cause) {
    private static final int LONGEST_MESSAGE = 200;

    /** Says so of a statement. */
    Found at(StatementContext statement) {
        return Found.at(statement, happens("judge this statement")).because(because("this statement"));
    }

    /** Says so of a file. */
    Found in(FileContext file) {
        return Found.in(file, happens("judge this file")).because(because("this file"));
    }

    /** Says so of the folder. */
    Found overall() {
        return Found.overall(happens("judge the folder")).because(because("the statements that the folder holds"));
    }

    private String happens(String what) {
        return "the rule \"%s\" could not %s: %s".formatted(rule.id(), what, shown());
    }

    private String because(String what) {
        return "this is a fault of Godwit, so what \"%s\" would have found is not known. Report it to the project with %s"
                .formatted(rule.id(), what);
    }

    private String shown() {
        String message = Optional.ofNullable(cause.getMessage())
                .map(text -> text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text)
                .map(text -> ": " + text)
                .orElse("");
        StackTraceElement[] trace = cause.getStackTrace();
        String place = trace.length == 0 ? "" : " (%s:%d)".formatted(trace[0].getFileName(), trace[0].getLineNumber());
        return cause.getClass().getSimpleName() + message + place;
    }
}
