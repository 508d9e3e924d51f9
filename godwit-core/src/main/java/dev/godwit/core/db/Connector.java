package dev.godwit.core.db;

/** Opens connections to one product. */
public interface Connector {
    /**
     * Opens a session in autocommit, named so that an administrator sees who it is.
     *
     * @throws DatabaseException if the server cannot be reached or refuses
     * @throws ConfigurationException if the URL lacks something that this product needs
     */
    Session connect(DatabaseUrl url, String applicationName);

    /**
     * Returns what tells this session from every other one of its server, also of the past, so that another session can ask whether
     * it still works; empty where a session cannot outlive its process.
     */
    default String identity(Session session) {
        return "";
    }

    /** Tells whether the session of that identity is still there: a server goes on with a statement whose client has died. */
    default boolean isAlive(Session session, String identity) {
        return false;
    }
}
