-- case: as the page shows it
CREATE TYPE mood AS ENUM ('sad', 'glad', 'odd');
CREATE TABLE people (id bigint PRIMARY KEY, mood mood);
-- file: 2.sql
ALTER TYPE mood RENAME TO mood_old;
CREATE TYPE mood AS ENUM ('sad', 'glad');
-- finds: enum-swap-type-rewrite
ALTER TABLE people ALTER COLUMN mood TYPE mood USING mood::text::mood;

-- case: the safer way
CREATE TYPE mood AS ENUM ('sad', 'glad', 'odd');
CREATE TABLE people (id bigint PRIMARY KEY, mood mood);
-- file: 2.sql
ALTER TABLE people ADD CONSTRAINT mood_known CHECK (mood <> 'odd') NOT VALID;
-- file: 3.sql
ALTER TABLE people VALIDATE CONSTRAINT mood_known;
