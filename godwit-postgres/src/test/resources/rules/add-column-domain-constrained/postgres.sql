-- case: as the page shows it
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE lines (id bigint PRIMARY KEY);
-- file: 2.sql
-- finds: add-column-domain-constrained
ALTER TABLE lines ADD COLUMN pieces positive;

-- case: the safer way
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE lines (id bigint PRIMARY KEY);
-- file: 2.sql
ALTER TABLE lines ADD COLUMN pieces int;
ALTER TABLE lines ADD CONSTRAINT pieces_positive CHECK (pieces > 0) NOT VALID;
-- file: 3.sql
ALTER TABLE lines VALIDATE CONSTRAINT pieces_positive;

-- case: the domain restricts nothing
CREATE DOMAIN amount AS int;
CREATE TABLE lines (id bigint PRIMARY KEY);
-- file: 2.sql
ALTER TABLE lines ADD COLUMN pieces amount;
