package dev.godwit.sql.postgres;

import dev.godwit.sql.internal.Lexer;

/**
 * Knows whether a semicolon stands within {@code BEGIN ATOMIC … END}. The statements of a body end in semicolons, so its
 * END follows one; the END of a CASE never does.
 */
final class AtomicBody {
    private enum State {
        ELSEWHERE,
        CREATE,
        ROUTINE,
        BEGIN,
        STATEMENT_START,
        STATEMENT
    }

    private State state = State.ELSEWHERE;
    private int depth;
    private int start;
    private int begin;

    /** Returns whether the body is open. */
    boolean open() {
        return depth > 0;
    }

    /** Returns where the outermost body begins. */
    int start() {
        return start;
    }

    void reset() {
        state = State.ELSEWHERE;
        depth = 0;
    }

    /** Reads the first word of a statement. */
    void first(Lexer lexer) {
        state = lexer.is("CREATE") ? State.CREATE : State.ELSEWHERE;
    }

    /** Reads a later word, outside of parentheses. */
    void word(Lexer lexer) {
        if (state == State.ELSEWHERE) {
            return;
        }
        state = switch (state) {
            case ELSEWHERE -> State.ELSEWHERE;
            case CREATE -> create(lexer);
            case ROUTINE -> begin(lexer, State.ROUTINE);
            case BEGIN -> atomic(lexer);
            case STATEMENT_START -> statementStart(lexer);
            case STATEMENT -> State.STATEMENT;
        };
    }

    /** Reads any other token. */
    void other() {
        if (state != State.ELSEWHERE) {
            state = state == State.CREATE ? State.ELSEWHERE : depth > 0 ? State.STATEMENT : State.ROUTINE;
        }
    }

    void terminator() {
        if (depth > 0) {
            state = State.STATEMENT_START;
        }
    }

    private static State create(Lexer lexer) {
        if (lexer.is("FUNCTION") || lexer.is("PROCEDURE")) {
            return State.ROUTINE;
        }
        return lexer.is("OR") || lexer.is("REPLACE") ? State.CREATE : State.ELSEWHERE;
    }

    private State begin(Lexer lexer, State otherwise) {
        if (lexer.is("BEGIN")) {
            begin = lexer.start();
            return State.BEGIN;
        }
        return otherwise;
    }

    private State atomic(Lexer lexer) {
        if (!lexer.is("ATOMIC")) {
            return begin(lexer, outside());
        }
        start = depth == 0 ? begin : start;
        depth++;
        return State.STATEMENT_START;
    }

    private State statementStart(Lexer lexer) {
        if (lexer.is("END")) {
            depth--;
            return outside();
        }
        return begin(lexer, State.STATEMENT);
    }

    private State outside() {
        return depth > 0 ? State.STATEMENT : State.ROUTINE;
    }
}
