package dev.godwit.it.parser;

/** Somebody else's reading of a statement. */
interface Judge extends AutoCloseable {
    /** Returns what it reads in one statement. */
    Verdict judge(String sql);

    @Override
    default void close() {}

    /** How far it reads. */
    sealed interface Verdict {
        /** Read, and known. */
        record Read(Judged judged) implements Verdict {}

        /** Accepted, by a judge that does not say what it read. */
        record Accepted() implements Verdict {}

        /** Not read. */
        record Refused(String why) implements Verdict {}
    }
}
