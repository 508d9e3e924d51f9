-- case: as the page shows it
-- finds: mutation-without-where
DELETE FROM sessions;

-- case: the safer way
DELETE FROM sessions WHERE id BETWEEN 1 AND 10000;

-- case: conditions that are always true
-- finds: mutation-without-where "always true"
UPDATE users SET active = true WHERE true;
-- finds: mutation-without-where
DELETE FROM users WHERE 1 = 1;
-- finds: mutation-without-where
DELETE FROM users WHERE NOT FALSE;
-- finds: mutation-without-where
DELETE FROM users WHERE id = id;
-- finds: mutation-without-where
DELETE FROM users WHERE (1 = 1 OR id = 5);

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY, active boolean);
UPDATE users SET active = true;
