package dev.godwit.core.db;

/** What a vendor's error means for the caller. */
public enum SqlErrorKind {
    /** A lock was not granted in time, or the waiting statement was ended by our own watcher. */
    LOCK_TIMEOUT,
    /** The server chose this transaction as the victim of a deadlock or a serialization conflict. */
    DEADLOCK,
    /** The statement was cancelled. */
    CANCELLED,
    /** The connection broke: whether the last statement took effect is not known. */
    CONNECTION_LOST,
    /** Nobody listens there, or the server is starting or stopping. */
    UNREACHABLE,
    /** Wrong user or password. */
    AUTHENTICATION,
    /** The named database does not exist. */
    NO_SUCH_DATABASE,
    /** The user may not do that. */
    PERMISSION,
    /** A read-only server, transaction or file. */
    READ_ONLY,
    /** No room on the disk of the server. */
    DISK_FULL,
    /** Anything else that the server refused. */
    OTHER
}
