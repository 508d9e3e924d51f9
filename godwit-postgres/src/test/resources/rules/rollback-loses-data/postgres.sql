-- case: more is dropped than was made
-- file: 1.sql
ALTER TABLE users ADD COLUMN phone text;
-- down:
ALTER TABLE users DROP COLUMN phone;
-- finds: rollback-loses-data "users.fax"
ALTER TABLE users DROP COLUMN fax;
-- finds: rollback-loses-data "sessions"
TRUNCATE sessions;

-- case: what was made is dropped
-- file: 1.sql
CREATE TABLE shops (id bigint PRIMARY KEY);
-- down:
DROP TABLE shops;
