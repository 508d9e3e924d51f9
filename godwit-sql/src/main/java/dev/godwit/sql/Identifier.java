package dev.godwit.sql;

/** One name, unquoted and folded as its product folds names. */
public record Identifier(String name) {
    @Override
    public String toString() {
        return name;
    }
}
