-- case: as the page shows it
BEGIN;
ALTER TYPE mood ADD VALUE 'glad';
-- finds: enum-use-new-value-same-tx
INSERT INTO people (id, mood) VALUES (1, 'glad');
COMMIT;

-- case: the safer way
ALTER TYPE mood ADD VALUE 'glad';
-- file: 2.sql
INSERT INTO people (id, mood) VALUES (1, 'glad');

-- case: without a transaction of one's own
ALTER TYPE mood ADD VALUE 'glad';
INSERT INTO people (id, mood) VALUES (1, 'glad');

-- case: another value is used
BEGIN;
ALTER TYPE mood ADD VALUE 'glad';
INSERT INTO people (id, mood) VALUES (1, 'sad');
COMMIT;
