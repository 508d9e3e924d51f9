package dev.godwit.it.effects;

import java.util.List;

/**
 * A statement whose effect is looked at.
 *
 * @param group title of the part of the page that it stands in
 * @param since the first major version on which {@code prelude} can be run
 * @param prelude statements that prepare the ground
 */
record Form(String id, String group, int since, List<String> prelude, String statement) {
    Form {
        prelude = List.copyOf(prelude);
    }

    /** Tells whether the prelude only changes the session, so that nothing of it need be committed. */
    boolean preparesSessionOnly() {
        return prelude.stream().allMatch(text -> text.startsWith("SET "));
    }

    Form withoutPrelude() {
        return new Form(id, group, since, List.of(), statement);
    }

    @Override
    public String toString() {
        return id;
    }
}
