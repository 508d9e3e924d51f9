-- case: as the page shows it
BEGIN;
-- finds: missing-idle-in-transaction-timeout
ALTER TABLE users ADD COLUMN phone text;
COMMIT;

-- case: the safer way
SET idle_in_transaction_session_timeout = '30s';
BEGIN;
ALTER TABLE users ADD COLUMN phone text;
COMMIT;
