-- case: as the page shows it
-- finds: drop-database
DROP DATABASE shop;

-- case: the safer way
REVOKE CONNECT ON DATABASE shop FROM PUBLIC;
