package dev.godwit.sql;

/** A place in a text as people count it: the first line and the first column (in characters) are 1. */
public record Position(int line, int column) {
    @Override
    public String toString() {
        return line + ":" + column;
    }
}
