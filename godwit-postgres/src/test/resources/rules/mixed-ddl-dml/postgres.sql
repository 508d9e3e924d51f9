-- case: as the page shows it
ALTER TABLE users ADD COLUMN active boolean;
-- finds: mixed-ddl-dml
UPDATE users SET active = true WHERE active IS NULL;

-- case: the safer way
ALTER TABLE users ADD COLUMN active boolean;
-- file: 2.sql
UPDATE users SET active = true WHERE active IS NULL AND id BETWEEN 1 AND 10000;

-- case: rows of a new table
CREATE TABLE moods (name text PRIMARY KEY);
INSERT INTO moods (name) VALUES ('sad'), ('glad');
UPDATE moods SET name = lower(name);
ALTER TABLE users ADD COLUMN mood text;
