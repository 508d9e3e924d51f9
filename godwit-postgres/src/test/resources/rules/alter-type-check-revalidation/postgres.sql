-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), CONSTRAINT named CHECK (name <> ''));
-- file: 2.sql
-- finds: alter-type-check-revalidation
ALTER TABLE users ALTER COLUMN name TYPE varchar(100);

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), CONSTRAINT named CHECK (name <> ''));
-- file: 2.sql
ALTER TABLE users DROP CONSTRAINT named;
ALTER TABLE users ALTER COLUMN name TYPE varchar(100);
ALTER TABLE users ADD CONSTRAINT named CHECK (name <> '') NOT VALID;
-- file: 3.sql
ALTER TABLE users VALIDATE CONSTRAINT named;

-- case: the check is about another column
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), age int, CONSTRAINT grown CHECK (age > 17));
-- file: 2.sql
ALTER TABLE users ALTER COLUMN name TYPE varchar(100);
