-- case: one more than allowed
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- option: max-statements-in-transaction statements = 1
BEGIN;
UPDATE orders SET note = 'a' WHERE id = 1;
-- finds: max-statements-in-transaction
UPDATE orders SET note = 'b' WHERE id = 2;
COMMIT;
