-- case: checks are off
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
-- file: 2.sql
SET foreign_key_checks = 0;
-- finds: mysql-fk-checks-off-unvalidated "SELECT c.* FROM orders c LEFT JOIN users p ON p.id = c.user_id"
ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users (id);
SET foreign_key_checks = 1;

-- case: as dumps say it
SET @old = @@foreign_key_checks, FOREIGN_KEY_CHECKS = 0;
-- finds: mysql-fk-checks-off-unvalidated
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);
SET FOREIGN_KEY_CHECKS = @old;

-- case: of the session, in another spelling
SET SESSION foreign_key_checks = OFF;
-- finds: mysql-fk-checks-off-unvalidated
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);

-- case: checks are on
SET foreign_key_checks = 1;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);

-- case: they are on again
SET foreign_key_checks = 0;
DROP TABLE IF EXISTS old_orders;
SET foreign_key_checks = 1;
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);

-- case: the table is new
SET foreign_key_checks = 0;
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);
ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id);

-- case: nothing is added
SET foreign_key_checks = 0;
ALTER TABLE orders ADD COLUMN note text;
