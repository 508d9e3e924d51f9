-- case: as the page shows it
BEGIN;
ALTER TABLE users ADD COLUMN active boolean;
-- finds: statement-after-access-exclusive
UPDATE users SET active = true WHERE last_login > '2024-01-01';
COMMIT;

-- case: the safer way
ALTER TABLE users ADD COLUMN active boolean;
-- file: 2.sql
UPDATE users SET active = true WHERE id BETWEEN 1 AND 10000;

-- case: further changes of the catalog
BEGIN;
ALTER TABLE users ADD COLUMN active boolean;
ALTER TABLE users ADD COLUMN seen timestamptz;
COMMENT ON COLUMN users.seen IS 'last visit';
COMMIT;

-- case: whoever runs the file makes one transaction of it
ALTER TABLE users ADD COLUMN active boolean;
-- finds: statement-after-access-exclusive "ACCESS EXCLUSIVE on users"
SELECT count(*) FROM orders;

-- case: the locked table is new
CREATE TABLE users (id bigint PRIMARY KEY);
SELECT count(*) FROM orders;
