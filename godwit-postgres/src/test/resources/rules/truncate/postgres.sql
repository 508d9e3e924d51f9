-- case: as the page shows it
-- finds: truncate
TRUNCATE sessions;

-- case: the safer way
DELETE FROM sessions WHERE id BETWEEN 1 AND 10000;

-- case: the table is new
CREATE TABLE sessions (id bigint PRIMARY KEY);
TRUNCATE sessions;
