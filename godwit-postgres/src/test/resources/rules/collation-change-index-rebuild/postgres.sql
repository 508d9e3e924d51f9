-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE INDEX users_name ON users (name);
-- file: 2.sql
-- finds: collation-change-index-rebuild
ALTER TABLE users ALTER COLUMN name TYPE text COLLATE "C";

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, name text);
CREATE INDEX users_name ON users (name);
-- file: 2.sql
CREATE INDEX CONCURRENTLY users_name_c ON users (name COLLATE "C");

-- case: no index on the column
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 2.sql
ALTER TABLE users ALTER COLUMN name TYPE text COLLATE "C";
