-- case: as the page shows it
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE PUBLICATION people FOR TABLE users;
-- file: 2.sql
-- finds: logical-subscriber-ddl-order
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE PUBLICATION people FOR TABLE users;
-- file: 2.sql
-- godwit:allow logical-subscriber-ddl-order -- added on both subscribers on 3 May
ALTER TABLE users ADD COLUMN phone text;

-- case: another table is published
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE PUBLICATION people FOR TABLE users;
-- file: 2.sql
ALTER TABLE shops ADD COLUMN phone text;

-- case: all tables are
CREATE TABLE users (id bigint PRIMARY KEY, fax text);
CREATE PUBLICATION everything FOR ALL TABLES;
-- file: 2.sql
-- finds: logical-subscriber-ddl-order "everything"
ALTER TABLE users DROP COLUMN fax;
