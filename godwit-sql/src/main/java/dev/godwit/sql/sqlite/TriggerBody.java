package dev.godwit.sql.sqlite;

import dev.godwit.sql.internal.Lexer;

/**
 * Knows whether a semicolon stands within the body of a trigger. Each of its statements ends in a semicolon, so its END
 * follows one; the END of a CASE never does.
 */
final class TriggerBody {
    /** Where in its statement a word stands. */
    enum Place {
        FIRST,
        WITHIN
    }

    private enum State {
        ELSEWHERE,
        CREATE,
        NAME,
        TABLE,
        STATEMENT_START,
        STATEMENT
    }

    private State state = State.ELSEWHERE;
    private int start;

    /** Returns whether the body is open. */
    boolean open() {
        return state == State.STATEMENT_START || state == State.STATEMENT;
    }

    /** Returns where the body begins. */
    int start() {
        return start;
    }

    void reset() {
        state = State.ELSEWHERE;
    }

    void word(Lexer lexer, Place place) {
        state = switch (state) {
            case ELSEWHERE -> place == Place.FIRST ? first(lexer) : State.ELSEWHERE;
            case CREATE -> create(lexer);
            case NAME -> lexer.is("ON") ? State.TABLE : State.NAME;
            case TABLE -> table(lexer);
            case STATEMENT_START -> lexer.is("END") ? State.ELSEWHERE : State.STATEMENT;
            case STATEMENT -> State.STATEMENT;
        };
    }

    /** Reads any other token but a semicolon. */
    void other() {
        if (state == State.STATEMENT_START) {
            state = State.STATEMENT;
        }
    }

    void terminator() {
        state = State.STATEMENT_START;
    }

    private static State first(Lexer lexer) {
        return lexer.is("CREATE") || lexer.is("EXPLAIN") ? State.CREATE : State.ELSEWHERE;
    }

    private static State create(Lexer lexer) {
        if (lexer.is("TRIGGER")) {
            return State.NAME;
        }
        boolean before = lexer.is("TEMP")
                || lexer.is("TEMPORARY")
                || lexer.is("CREATE")
                || lexer.is("QUERY")
                || lexer.is("PLAN");
        return before ? State.CREATE : State.ELSEWHERE;
    }

    private State table(Lexer lexer) {
        if (!lexer.is("BEGIN")) {
            return State.TABLE;
        }
        start = lexer.start();
        return State.STATEMENT;
    }
}
