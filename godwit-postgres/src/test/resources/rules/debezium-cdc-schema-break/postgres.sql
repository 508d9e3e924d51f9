-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, fax text);
CREATE PUBLICATION stream FOR TABLE users;
-- file: 2.sql
-- finds: debezium-cdc-schema-break
ALTER TABLE users DROP COLUMN fax;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, fax text);
CREATE PUBLICATION stream FOR TABLE users;
-- file: 2.sql
ALTER TABLE users ADD COLUMN fax_number text;

-- case: a new column
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE PUBLICATION stream FOR TABLE users;
-- file: 2.sql
ALTER TABLE users ADD COLUMN phone text;
