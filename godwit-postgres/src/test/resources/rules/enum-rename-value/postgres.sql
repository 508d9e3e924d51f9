-- case: as the page shows it
-- finds: enum-rename-value
ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';

-- case: the safer way
ALTER TYPE mood ADD VALUE 'happy';
-- file: 2.sql
UPDATE people SET mood = 'happy' WHERE mood = 'glad' AND id BETWEEN 1 AND 10000;

-- case: the type is new
CREATE TYPE mood AS ENUM ('sad', 'glad');
ALTER TYPE mood RENAME VALUE 'glad' TO 'happy';
