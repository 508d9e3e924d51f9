package dev.godwit.sql.mysql;

import dev.godwit.sql.internal.Lexer;
import dev.godwit.sql.internal.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

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

    private static final Set<String> BLOCKS = Set.of("BEGIN", "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");
    private static final Set<String> LEAD_IN = Set.of("BEGIN", "ATOMIC", "THEN", "ELSE", "DO", "LOOP", "REPEAT");
    private static final Set<String> VERBS = Set.of(
            "SELECT",
            "INSERT",
            "UPDATE",
            "DELETE",
            "REPLACE",
            "SET",
            "CALL",
            "RETURN",
            "WITH",
            "DO",
            "TRUNCATE",
            "CREATE",
            "ALTER",
            "DROP",
            "EXECUTE",
            "PREPARE",
            "START",
            "COMMIT",
            "ROLLBACK",
            "VALUES",
            "TABLE",
            "SIGNAL",
            "SHOW");

    private final Lexer lexer;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private State state = State.BEFORE;
    private int start;
    private int parentheses;
    private int count;
    private int symbol;
    private String previous = "";
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
        previous = "";
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
            String word = lexer.span().length() > 15 ? "" : lexer.upper();
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
        symbol = c;
        previous = "";
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
        } else if (state == State.BODY) {
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

    private void word(String word) {
        switch (state) {
            case BEFORE -> first(word);
            case ELSEWHERE -> {}
            case CREATE -> create(word);
            case ALTER -> alter(word);
            case BEGIN -> state = word.equals("NOT") ? compound() : State.ELSEWHERE;
            case TRIGGER -> {
                if (word.equals("ROW")) {
                    body();
                }
            }
            case EVENT -> {
                if (word.equals("DO") && parentheses == 0) {
                    body();
                }
            }
            case ROUTINE_NAME -> oracle(word);
            case ROUTINE_TAIL -> routineTail(word);
            case PACKAGE -> packageHead(word);
            case BODY -> bodyWord(word);
        }
    }

    private void first(String word) {
        switch (word) {
            case "CREATE" -> state = State.CREATE;
            case "ALTER" -> state = State.ALTER;
            case "BEGIN" -> {
                start = lexer.start();
                state = State.BEGIN;
            }
            case "IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR" -> {
                body();
                bodyWord(word);
            }
            default -> state = State.ELSEWHERE;
        }
    }

    private State compound() {
        blocks.push(Block.COMPOUND);
        atStart = false;
        return State.BODY;
    }

    private void create(String word) {
        if (value()) {
            return;
        }
        state = switch (word) {
            case "TRIGGER" -> State.TRIGGER;
            case "EVENT" -> State.EVENT;
            case "PROCEDURE", "FUNCTION" -> State.ROUTINE_NAME;
            case "PACKAGE" -> State.PACKAGE;
            case "OR", "REPLACE", "DEFINER", "AGGREGATE", "CURRENT_USER", "CURRENT_ROLE" -> State.CREATE;
            default -> State.ELSEWHERE;
        };
    }

    private void alter(String word) {
        if (!value()) {
            state = word.equals("EVENT") ? State.EVENT : word.equals("DEFINER") ? State.ALTER : State.ELSEWHERE;
        }
    }

    // As in DEFINER=name@host.
    private boolean value() {
        return symbol == '=' || symbol == '@';
    }

    private void body() {
        state = State.BODY;
        begin();
    }

    private void oracle(String word) {
        if (parentheses == 0 && (word.equals("AS") || word.equals("IS"))) {
            declare();
        } else if (word.equals("RETURNS") || word.equals("BEGIN")) {
            state = State.ROUTINE_TAIL;
            routineTail(word);
        }
    }

    private void declare() {
        start = lexer.start();
        declaring = true;
        body();
    }

    private void routineTail(String word) {
        returns |= word.equals("RETURNS");
        boolean characterSet = word.equals("SET") && (previous.equals("CHARACTER") || previous.equals("CHAR"));
        boolean type = word.equals("RETURN") && !returns;
        boolean definer = !returns && (word.equals("AS") || word.equals("IS"));
        if (parentheses > 0 || characterSet || (type && !previous.isEmpty())) {
            return;
        }
        if (definer) {
            declare();
        } else if (BLOCKS.contains(word) || (VERBS.contains(word) && !type)) {
            body();
            bodyWord(word);
        }
    }

    private void packageHead(String word) {
        if (word.equals("AS") || word.equals("IS")) {
            push(Block.PACKAGE);
            body();
        }
    }

    private void bodyWord(String word) {
        if (symbol == '.' || (previous.equals("FOLLOWS") || previous.equals("PRECEDES"))) {
            afterEnd = false;
            return;
        }
        if (afterEnd && BLOCKS.contains(word)) {
            afterEnd = false;
            return;
        }
        afterEnd = false;
        if (atStart && count == 0 && (word.equals("FOLLOWS") || word.equals("PRECEDES"))) {
            return;
        }
        blockWord(word);
    }

    private void blockWord(String word) {
        boolean starts = atStart || (handler && !word.equals("FOR"));
        if (word.equals("END") && (atStart || top() == Block.CASE_EXPRESSION || top() == Block.REPEAT)) {
            blocks.poll();
            afterEnd = true;
        } else if (starts && BLOCKS.contains(word)) {
            open(word);
        } else if (word.equals("CASE")) {
            push(Block.CASE_EXPRESSION);
        }
        handler |= word.equals("HANDLER");
        routineInPackage(word);
        if (LEAD_IN.contains(word) && top() != Block.CASE_EXPRESSION) {
            begin();
        } else {
            count++;
            atStart = false;
        }
    }

    private void open(String word) {
        boolean initialization = word.equals("BEGIN") && top() == Block.PACKAGE && !declaring;
        declaring &= !word.equals("BEGIN");
        if (!initialization) {
            push(word.equals("REPEAT") ? Block.REPEAT : Block.COMPOUND);
        }
        handler = false;
    }

    private void routineInPackage(String word) {
        boolean header = top() == Block.PACKAGE && parentheses == 0 && (word.equals("AS") || word.equals("IS"));
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
