-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY, phone text, fax text);
CREATE PUBLICATION contacts FOR TABLE users (id, phone, fax);
-- file: 2.sql
-- finds: publication-column-list
ALTER TABLE users DROP COLUMN fax;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, phone text, fax text);
CREATE PUBLICATION contacts FOR TABLE users (id, phone, fax);
-- file: 2.sql
ALTER PUBLICATION contacts SET TABLE users (id, phone);
-- file: 3.sql
ALTER TABLE users DROP COLUMN fax;

-- case: the publication has all columns
CREATE TABLE users (id bigint PRIMARY KEY, fax text);
CREATE PUBLICATION contacts FOR TABLE users;
-- file: 2.sql
ALTER TABLE users DROP COLUMN fax;
