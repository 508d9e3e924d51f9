-- case: as the page shows it
-- finds: prepared-statement-plan-invalidation
ALTER TABLE users ADD COLUMN phone text;

-- case: the safer way
CREATE VIEW user_names AS SELECT id, name FROM users;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN phone text;
