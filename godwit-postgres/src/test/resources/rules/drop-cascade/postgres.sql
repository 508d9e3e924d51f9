-- case: as the page shows it
-- finds: drop-cascade
DROP TABLE shops CASCADE;

-- case: the safer way
ALTER TABLE orders DROP CONSTRAINT orders_shop;
DROP TABLE shops;

-- case: columns, constraints and types
-- finds: drop-cascade "fax"
ALTER TABLE users DROP COLUMN fax CASCADE;
-- finds: drop-cascade "users_pkey"
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;
-- finds: drop-cascade "mood"
DROP TYPE mood CASCADE;

-- case: it is known what depends on it
CREATE TABLE shops (id bigint PRIMARY KEY);
CREATE VIEW open_shops AS SELECT id FROM shops;
-- file: 2.sql
-- finds: drop-cascade "open_shops"
DROP TABLE shops CASCADE;

-- case: the table is new
CREATE TABLE scratch (id bigint PRIMARY KEY);
DROP TABLE scratch CASCADE;
