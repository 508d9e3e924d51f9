-- case: as the page shows it
-- finds: rename-schema
ALTER SCHEMA billing RENAME TO accounts;

-- case: the safer way
CREATE SCHEMA accounts;
CREATE VIEW accounts.invoices AS SELECT * FROM billing.invoices;
