package dev.godwit.sql.mysql;

import dev.godwit.sql.internal.Keywords;
import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Knows whether a semicolon stands within a stored program or a compound statement. It follows the grammar far enough to
 * tell a statement IF, LOOP or REPEAT, which stand where a statement begins, from the functions and columns of those names.
 */
final class StoredProgram {
    private enum State {
        BEFORE,
        ELSEWHERE,
        CREATE,
        ALTER,
        BEGIN,
        TRIGGER,
        EVENT,
        ROUTINE_NAME,
        ROUTINE_TAIL,
        PACKAGE,
        BODY
    }

    private enum Block {
        COMPOUND,
        PACKAGE,
        CASE_EXPRESSION,
        REPEAT
    }

    private static final Keywords<Word> WORDS = new Keywords<>(List.of(Word.values()), Word.OTHER);

    private final Lexer lexer;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private State state = State.BEFORE;
    private int start;
    private int parentheses;
    private int count;
    private int symbol;
    private int symbolEnd;
    private Word previous = Word.OTHER;
    private boolean atStart;
    private boolean afterEnd;
    private boolean handler;
    private boolean declaring;
    private boolean returns;

    StoredProgram(Lexer lexer) {
        this.lexer = lexer;
    }

    /** Returns whether a semicolon would not end the statement. */
    boolean open() {
        return declaring || !blocks.isEmpty();
    }

    /** Returns where the outermost block begins. */
    int start() {
        return start;
    }

    void reset() {
        state = State.BEFORE;
        blocks.clear();
        parentheses = 0;
        symbol = 0;
        previous = Word.OTHER;
        afterEnd = false;
        handler = false;
        declaring = false;
        returns = false;
        begin();
    }

    /** Reads a semicolon within the program. */
    void terminator() {
        handler = false;
        afterEnd = false;
        symbol = 0;
        begin();
    }

    /** Reads a token other than a semicolon. */
    void token() {
        if (state == State.ELSEWHERE) {
            return;
        }
        if (lexer.token() == Token.WORD) {
            Word word = WORDS.find(lexer);
            word(word);
            previous = word;
            symbol = 0;
        } else {
            other(lexer.token() == Token.SYMBOL ? lexer.first() : 0);
        }
    }

    private void begin() {
        atStart = true;
        count = 0;
    }

    private void other(int c) {
        boolean trigger = previous == Word.FOLLOWS || previous == Word.PRECEDES;
        symbol = c;
        symbolEnd = lexer.end();
        previous = Word.OTHER;
        if (c == '(') {
            parentheses++;
        } else if (c == ')') {
            parentheses = Math.max(0, parentheses - 1);
            if (state == State.ROUTINE_NAME && parentheses == 0) {
                state = State.ROUTINE_TAIL;
            }
        }
        if (state == State.BEFORE) {
            state = State.ELSEWHERE;
        } else if (state == State.BODY && !trigger) {
            bodyPart(c);
        }
    }

    // MySQL's routines in other languages have their text behind AS.
    private void bodyPart(int c) {
        boolean text = declaring && blocks.isEmpty() && count == 0 && lexer.token() == Token.STRING;
        if (text) {
            declaring = false;
            state = State.ELSEWHERE;
        } else {
            statementPart(c);
        }
    }

    private void statementPart(int c) {
        afterEnd = false;
        boolean label = c == ':' && count == 1;
        if (label) {
            begin();
        } else {
            count++;
            atStart = false;
        }
    }

    private void word(Word word) {
        switch (state) {
            case BEFORE -> first(word);
            case ELSEWHERE -> {}
            case CREATE -> create(word);
            case ALTER -> alter(word);
            case BEGIN -> state = word == Word.NOT ? compound() : State.ELSEWHERE;
            case TRIGGER -> {
                if (word == Word.ROW) {
                    body();
                }
            }
            case EVENT -> {
                if (word == Word.DO && parentheses == 0) {
                    body();
                }
            }
            case ROUTINE_NAME -> oracle(word);
            case ROUTINE_TAIL -> routineTail(word);
            case PACKAGE -> packageHead(word);
            case BODY -> bodyWord(word);
        }
    }

    private void first(Word word) {
        if (word == Word.BEGIN) {
            start = lexer.start();
            state = State.BEGIN;
        } else if (Word.BLOCKS.contains(word)) {
            body();
            bodyWord(word);
        } else if (word == Word.CREATE) {
            state = State.CREATE;
        } else {
            state = word == Word.ALTER ? State.ALTER : State.ELSEWHERE;
        }
    }

    private State compound() {
        blocks.push(Block.COMPOUND);
        atStart = false;
        return State.BODY;
    }

    private void create(Word word) {
        if (!value() && !Word.BEFORE_KIND.contains(word)) {
            state = kind(word);
        }
    }

    private static State kind(Word word) {
        if (word == Word.PROCEDURE || word == Word.FUNCTION) {
            return State.ROUTINE_NAME;
        }
        if (word == Word.TRIGGER) {
            return State.TRIGGER;
        }
        if (word == Word.EVENT) {
            return State.EVENT;
        }
        return word == Word.PACKAGE ? State.PACKAGE : State.ELSEWHERE;
    }

    private void alter(Word word) {
        if (!value()) {
            state = word == Word.EVENT ? State.EVENT : word == Word.DEFINER ? State.ALTER : State.ELSEWHERE;
        }
    }

    // As in DEFINER=name@host.domain.
    private boolean value() {
        boolean host = symbol == '@' && lexer.start() == symbolEnd;
        return symbol == '=' || symbol == '.' || host;
    }

    private void body() {
        state = State.BODY;
        begin();
    }

    private void oracle(Word word) {
        if (parentheses == 0 && (word == Word.AS || word == Word.IS)) {
            declare();
        } else if (word == Word.RETURNS || word == Word.BEGIN) {
            state = State.ROUTINE_TAIL;
            routineTail(word);
        }
    }

    private void declare() {
        start = lexer.start();
        declaring = true;
        body();
    }

    private void routineTail(Word word) {
        returns |= word == Word.RETURNS;
        boolean ofType =
                word == Word.SET && (previous == Word.CHARACTER || previous == Word.CHAR || previous == Word.RETURNS);
        boolean type = word == Word.RETURN && !returns;
        boolean definer = !returns && (word == Word.AS || word == Word.IS);
        if (parentheses > 0 || ofType || (type && previous != Word.OTHER)) {
            return;
        }
        if (definer) {
            declare();
        } else if (Word.BLOCKS.contains(word) || (Word.VERBS.contains(word) && !type)) {
            body();
            bodyWord(word);
        }
    }

    private void packageHead(Word word) {
        if (word == Word.AS || word == Word.IS) {
            push(Block.PACKAGE);
            body();
        }
    }

    private void bodyWord(Word word) {
        if (symbol == '.' || (previous == Word.FOLLOWS || previous == Word.PRECEDES)) {
            afterEnd = false;
            return;
        }
        if (afterEnd && Word.BLOCKS.contains(word)) {
            afterEnd = false;
            return;
        }
        afterEnd = false;
        if (atStart && count == 0 && (word == Word.FOLLOWS || word == Word.PRECEDES)) {
            return;
        }
        blockWord(word);
    }

    private void blockWord(Word word) {
        boolean starts = atStart || (handler && word != Word.FOR);
        if (word == Word.END && (atStart || top() == Block.CASE_EXPRESSION || top() == Block.REPEAT)) {
            blocks.poll();
            afterEnd = true;
        } else if (starts && Word.BLOCKS.contains(word)) {
            open(word);
        } else if (word == Word.CASE) {
            push(Block.CASE_EXPRESSION);
        }
        handler |= word == Word.HANDLER;
        routineInPackage(word);
        if (Word.LEAD_IN.contains(word) && top() != Block.CASE_EXPRESSION) {
            begin();
        } else {
            count++;
            atStart = false;
        }
    }

    private void open(Word word) {
        boolean initialization = word == Word.BEGIN && top() == Block.PACKAGE && !declaring;
        declaring &= word != Word.BEGIN;
        if (!initialization) {
            push(word == Word.REPEAT ? Block.REPEAT : Block.COMPOUND);
        }
        handler = false;
    }

    private void routineInPackage(Word word) {
        boolean header = top() == Block.PACKAGE && parentheses == 0 && (word == Word.AS || word == Word.IS);
        if (header) {
            declaring = true;
            begin();
        }
    }

    private void push(Block block) {
        start = blocks.isEmpty() ? lexer.start() : start;
        blocks.push(block);
    }

    private Block top() {
        return blocks.isEmpty() ? Block.COMPOUND : blocks.peek();
    }
}
