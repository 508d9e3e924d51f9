-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
BEGIN;
UPDATE orders SET note = 'old' WHERE id = 1;
-- finds: mysql-implicit-commit
ALTER TABLE orders ADD COLUMN amount int;
ALTER TABLE orders ADD COLUMN other int;
COMMIT;

-- case: without BEGIN
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN amount int;
ALTER TABLE orders ADD COLUMN other int;
UPDATE orders SET note = 'old' WHERE id = 1;

-- case: temporary tables take part
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
BEGIN;
CREATE TEMPORARY TABLE ids (id int);
UPDATE orders SET note = 'old' WHERE id = 1;
COMMIT;
