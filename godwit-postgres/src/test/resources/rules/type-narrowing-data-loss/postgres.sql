-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 2.sql
-- finds: type-narrowing-data-loss
ALTER TABLE users ALTER COLUMN name TYPE varchar(50);

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 2.sql
ALTER TABLE users ADD CONSTRAINT name_short CHECK (length(name) <= 50) NOT VALID;
-- file: 3.sql
ALTER TABLE users VALIDATE CONSTRAINT name_short;

-- case: numbers
CREATE TABLE lines (id bigint PRIMARY KEY, pieces bigint, price numeric(12,4));
-- file: 2.sql
-- finds: type-narrowing-data-loss "int"
ALTER TABLE lines ALTER COLUMN pieces TYPE int;
-- finds: type-narrowing-data-loss "numeric(12,2)"
ALTER TABLE lines ALTER COLUMN price TYPE numeric(12,2);

-- case: wider types
CREATE TABLE lines (id bigint PRIMARY KEY, pieces int, price numeric(12,4), name varchar(20));
-- file: 2.sql
ALTER TABLE lines ALTER COLUMN pieces TYPE bigint;
ALTER TABLE lines ALTER COLUMN price TYPE numeric(14,4);
ALTER TABLE lines ALTER COLUMN name TYPE varchar(40);
ALTER TABLE lines ALTER COLUMN name TYPE text;

-- case: the author has seen to the values
CREATE TABLE users (id bigint PRIMARY KEY, name text);
-- file: 2.sql
ALTER TABLE users ALTER COLUMN name TYPE varchar(50) USING left(name, 50);
