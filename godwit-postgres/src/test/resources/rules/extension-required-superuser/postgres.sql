-- case: as the page shows it
-- finds: extension-required-superuser
CREATE EXTENSION postgres_fdw;

-- case: the safer way
CREATE EXTENSION IF NOT EXISTS pgcrypto;
