-- case: as the page shows it
-- finds: duplicate-column-assignment
UPDATE users SET active = true, active = false WHERE id = 5;

-- case: the safer way
UPDATE users SET active = true, seen = now() WHERE id = 5;
