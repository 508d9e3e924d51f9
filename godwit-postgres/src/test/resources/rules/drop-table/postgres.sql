-- case: as the page shows it
-- finds: drop-table
DROP TABLE invoices;

-- case: the safer way
-- godwit:allow rename-table -- no release since 41 uses it
ALTER TABLE invoices RENAME TO invoices_dropped;

-- case: the table is new
CREATE TABLE scratch (id bigint PRIMARY KEY);
DROP TABLE scratch;

-- case: a temporary table
CREATE TEMPORARY TABLE scratch AS SELECT * FROM invoices;
DROP TABLE scratch;

-- case: within a block of code
-- finds: drop-table "invoices"
DO $$ BEGIN IF EXISTS (SELECT 1) THEN DROP TABLE invoices; END IF; END $$;
