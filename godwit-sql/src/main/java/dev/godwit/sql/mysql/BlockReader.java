package dev.godwit.sql.mysql;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CodeBlock;
import dev.godwit.sql.internal.Cursor;
import dev.godwit.sql.internal.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** Reads the compound statements that MariaDB runs outside of stored programs (manual, "Using Compound Statements Outside of Stored Programs"). */
final class BlockReader {
    private final Input in;
    private final Cursor cursor;
    private final Function<SourceSpan, Statement> reader;

    private final List<SourceSpan> found = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private int dynamic;

    BlockReader(Input in, Function<SourceSpan, Statement> reader) {
        this.in = in;
        this.cursor = in.cursor();
        this.reader = reader;
    }

    /** Reads a block from its first word to its END, behind which nothing follows. */
    Statement read() {
        SourceSpan span = cursor.span();
        found.clear();
        open.clear();
        dynamic = 0;
        do {
            step();
        } while (!open.isEmpty() && !cursor.atEnd());
        if (!open.isEmpty()) {
            throw in.expected("END of " + open.peek());
        }
        in.expectEnd();
        return block(span);
    }

    private Statement block(SourceSpan span) {
        List<SourceSpan> spans = List.copyOf(found);
        int unknown = dynamic;
        List<Statement> statements = spans.stream().map(reader).toList();
        return new CodeBlock(span, "sql", statements, unknown);
    }

    // Each step begins where a statement may begin.
    private void step() {
        String word = cursor.upper();
        switch (word) {
            case "BEGIN" -> begin();
            case "IF" -> open(word, "THEN");
            case "WHILE", "FOR" -> open(word, "DO");
            case "CASE" -> caseHead();
            case "LOOP", "REPEAT" -> open();
            case "ELSEIF", "WHEN" -> passTo("THEN");
            case "ELSE" -> cursor.advance();
            case "UNTIL" -> until();
            case "END" -> end();
            case "DECLARE" -> declare();
            case "LEAVE", "ITERATE", "OPEN", "CLOSE", "FETCH" -> passTo(";");
            case "EXECUTE" -> execute();
            default -> statement();
        }
    }

    private void open() {
        open.push(cursor.upper());
        cursor.advance();
    }

    private void open(String word, String end) {
        open.push(word);
        passTo(end);
    }

    private void begin() {
        open();
        if (cursor.take("NOT")) {
            in.expect("ATOMIC");
        }
    }

    // The condition of a REPEAT goes up to its END without a semicolon.
    private void until() {
        int cases = 0;
        while (!cursor.atEnd() && !(cases == 0 && cursor.is("END"))) {
            cases += cursor.is("CASE") ? 1 : cursor.is("END") ? -1 : 0;
            in.pass();
        }
    }

    private void end() {
        cursor.advance();
        String block = open.pop();
        if (!block.equals("BEGIN")) {
            in.expect(block);
        }
        if (in.atName()) {
            in.identifier("a label");
        }
        if (!cursor.atEnd() && !isNext(";")) {
            throw in.expected("\";\"");
        }
        while (isNext(";")) {
            cursor.advance();
        }
    }

    private void caseHead() {
        open();
        while (!cursor.atEnd() && !cursor.is("WHEN")) {
            in.pass();
        }
    }

    // A CASE within a condition has a THEN of its own.
    private void passTo(String word) {
        int cases = 0;
        while (!cursor.atEnd()) {
            if (cases == 0 && isNext(word)) {
                cursor.advance();
                return;
            }
            cases += cursor.is("CASE") && !word.equals(";") ? 1 : cursor.is("END") && cases > 0 ? -1 : 0;
            in.pass();
        }
        throw in.expected(word);
    }

    private boolean isNext(String word) {
        return word.equals(";") ? cursor.token() == Token.TERMINATOR || cursor.isSymbol(';') : cursor.is(word);
    }

    // DECLARE … HANDLER FOR condition is followed by a statement.
    private void declare() {
        while (!cursor.atEnd() && !isNext(";")) {
            if (cursor.take("HANDLER")) {
                in.expect("FOR");
                condition();
                return;
            }
            in.pass();
        }
        cursor.advance();
    }

    private void condition() {
        do {
            if (cursor.take("SQLSTATE")) {
                cursor.take("VALUE");
            }
            cursor.take("NOT");
            cursor.advance();
        } while (cursor.takeSymbol(','));
    }

    // EXECUTE IMMEDIATE 'text' says what it runs, if the literal holds nothing that is escaped.
    private void execute() {
        int mark = cursor.mark();
        cursor.advance();
        if (cursor.take("IMMEDIATE") && cursor.token() == Token.STRING && isPlain(cursor.text())) {
            int start = cursor.mark() + 1;
            cursor.advance();
            found.add(new SourceSpan(start, cursor.passed() - 1));
        } else {
            dynamic++;
            cursor.seek(mark);
        }
        passTo(";");
    }

    private static boolean isPlain(String literal) {
        String text = literal.substring(1, literal.length() - 1);
        return text.indexOf('\\') < 0 && text.indexOf(literal.charAt(0)) < 0 && !text.isBlank();
    }

    private void statement() {
        int mark = cursor.mark();
        boolean label = cursor.token() == Token.WORD || cursor.token() == Token.QUOTED_NAME;
        if (isNext(";")) {
            cursor.advance();
            return;
        }
        cursor.advance();
        if (label && cursor.isSymbol(':')) {
            cursor.advance();
            return;
        }
        while (!cursor.atEnd() && !isNext(";")) {
            in.pass();
        }
        found.add(in.since(mark));
        cursor.advance();
    }
}
