-- case: as the page shows it
-- finds: add-column-unique
ALTER TABLE users ADD COLUMN handle text UNIQUE;

-- case: the safer way
ALTER TABLE users ADD COLUMN handle text;
-- file: 2.sql
CREATE UNIQUE INDEX CONCURRENTLY users_handle_key ON users (handle);
ALTER TABLE users ADD CONSTRAINT users_handle_key UNIQUE USING INDEX users_handle_key;
