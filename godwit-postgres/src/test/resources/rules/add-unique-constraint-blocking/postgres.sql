-- case: as the page shows it
-- finds: add-unique-constraint-blocking
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);

-- case: the safer way
CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY, email text);
ALTER TABLE users ADD UNIQUE (email);
