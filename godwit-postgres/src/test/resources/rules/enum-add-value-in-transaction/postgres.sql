-- case: before 12
-- server: postgres:11
BEGIN;
-- finds: enum-add-value-in-transaction "refuses"
ALTER TYPE mood ADD VALUE 'glad';
COMMIT;

-- case: from 12 on
-- server: postgres:12
BEGIN;
ALTER TYPE mood ADD VALUE 'glad';
COMMIT;
