-- case: as the page shows it
-- finds: set-schema
ALTER TABLE invoices SET SCHEMA billing;

-- case: the safer way
CREATE VIEW billing.invoices AS SELECT * FROM invoices;

-- case: an extension
ALTER EXTENSION pgcrypto SET SCHEMA extensions;

-- case: a function
-- finds: set-schema
ALTER FUNCTION total(int) SET SCHEMA billing;
