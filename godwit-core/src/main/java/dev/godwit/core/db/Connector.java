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
}
