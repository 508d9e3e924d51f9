-- case: as the page shows it
-- finds: add-column-with-inline-check
ALTER TABLE lines ADD COLUMN pieces int CHECK (pieces > 0);

-- case: the safer way
ALTER TABLE lines ADD COLUMN pieces int;
ALTER TABLE lines ADD CONSTRAINT pieces_positive CHECK (pieces > 0) NOT VALID;
-- file: 2.sql
ALTER TABLE lines VALIDATE CONSTRAINT pieces_positive;
