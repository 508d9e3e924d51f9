-- case: as the page shows it
-- finds: data-dependent-unique
CREATE UNIQUE INDEX users_email ON users (email);

-- case: the safer way
SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
CREATE UNIQUE INDEX CONCURRENTLY users_email ON users (email);

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY, email text);
CREATE UNIQUE INDEX users_email ON users (email);

-- case: as a constraint
-- finds: data-dependent-unique "email"
ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE (email);
