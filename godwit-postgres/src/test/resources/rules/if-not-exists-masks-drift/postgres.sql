-- case: as the page shows it
CREATE TABLE shops (id bigint PRIMARY KEY, code int);
-- file: 2.sql
-- finds: if-not-exists-masks-drift
CREATE TABLE IF NOT EXISTS shops (id bigint PRIMARY KEY, code text);

-- case: the safer way
CREATE TABLE shops (id bigint PRIMARY KEY, code int);
-- file: 2.sql
ALTER TABLE shops ADD COLUMN IF NOT EXISTS code_text text;

-- case: the same definition
CREATE TABLE shops (id bigint PRIMARY KEY, code varchar(10));
-- file: 2.sql
CREATE TABLE IF NOT EXISTS shops (id int8 PRIMARY KEY, code character varying(10));

-- case: a column
CREATE TABLE shops (id bigint PRIMARY KEY, code int);
-- file: 2.sql
-- finds: if-not-exists-masks-drift "stays int"
ALTER TABLE shops ADD COLUMN IF NOT EXISTS code text;
