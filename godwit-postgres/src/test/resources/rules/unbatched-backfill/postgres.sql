-- case: as the page shows it
-- finds: unbatched-backfill
UPDATE users SET active = true WHERE active IS NULL;

-- case: the safer way
UPDATE users SET active = true WHERE active IS NULL AND id BETWEEN 1 AND 10000;

-- case: few rows
UPDATE users SET active = true WHERE id = 5;
DELETE FROM users WHERE id IN (1, 2, 3);
UPDATE settings SET value = 'on' WHERE key = 'beta';
UPDATE orders SET note = '' WHERE batch = 17;
DELETE FROM events WHERE position > 100;
DELETE FROM events WHERE id IN (SELECT id FROM events WHERE old ORDER BY id LIMIT 1000);

-- case: a key that the folder shows
CREATE TABLE shops (number int PRIMARY KEY, open boolean);
INSERT INTO shops SELECT * FROM old_shops;
-- file: 2.sql
UPDATE shops SET open = true WHERE number = 7;
-- finds: unbatched-backfill "shops"
UPDATE shops SET open = true WHERE open = false;

-- case: values that many rows have, and dates
-- finds: unbatched-backfill
UPDATE orders SET paid = true WHERE status = 'open';
-- finds: unbatched-backfill
DELETE FROM events WHERE at < now() - interval '90 days';
-- finds: unbatched-backfill
DELETE FROM events WHERE at < '2020-01-01';

-- case: from another table
-- finds: unbatched-backfill "users"
UPDATE users SET name = profiles.name FROM profiles WHERE profiles.user_id = users.id;
