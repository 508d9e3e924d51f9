package dev.godwit.core.lint;

import java.util.regex.Pattern;

/** The name of a rule, in kebab case; never used for another one. */
public record RuleId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public RuleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no rule id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
