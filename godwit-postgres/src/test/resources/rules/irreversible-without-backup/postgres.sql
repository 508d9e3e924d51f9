-- case: as the page shows it
-- finds: irreversible-without-backup
DROP TABLE invoices;

-- case: the safer way
CREATE TABLE invoices_kept AS SELECT * FROM invoices;
DROP TABLE invoices;

-- case: the table is new
CREATE TABLE scratch (id bigint PRIMARY KEY);
DROP TABLE scratch;
