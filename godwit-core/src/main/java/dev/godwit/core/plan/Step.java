package dev.godwit.core.plan;

import java.util.List;

/** One thing that is done or not. Its statements have no terminators. */
public sealed interface Step {
    /** Returns what it is for, as one line for people. */
    String purpose();

    /** Returns what it sends to the server. */
    List<String> statements();

    /** Returns how it is taken back. */
    WayBack back();

    /** Statements in one transaction, which the journal's record shares. */
    record Change(String purpose, List<String> statements, WayBack back) implements Step {
        public Change {
            statements = List.copyOf(statements);
        }
    }

    /** A statement that the server runs outside of transactions; whether it is done is seen by looking. */
    record Online(String purpose, String statement, WayBack back) implements Step {
        @Override
        public List<String> statements() {
            return List.of(statement);
        }
    }

    /**
     * An UPDATE or DELETE of one table, carried out for some rows at a time, each batch in a transaction with the mark of how far it got. It
     * gives the same end whether it runs once or twice over a row.
     */
    record Batches(String purpose, String statement, WayBack back) implements Step {
        @Override
        public List<String> statements() {
            return List.of(statement);
        }
    }

    /**
     * A look at the data before what follows relies on it.
     *
     * @param query returns no row where all is well; else rows whose first column names, as text, what is in the way
     * @param refusal what to say then, before those names
     */
    record Check(String purpose, String query, String refusal) implements Step {
        @Override
        public List<String> statements() {
            return List.of(query);
        }

        @Override
        public WayBack back() {
            return WayBack.nothing();
        }
    }

    /** A setting of the session, which is made again wherever a new session goes on. */
    record Setting(String statement) implements Step {
        @Override
        public String purpose() {
            return "as written";
        }

        @Override
        public List<String> statements() {
            return List.of(statement);
        }

        @Override
        public WayBack back() {
            return WayBack.nothing();
        }
    }
}
