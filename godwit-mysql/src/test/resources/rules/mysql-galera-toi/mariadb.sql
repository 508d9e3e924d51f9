-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-galera-toi
ALTER TABLE orders ADD INDEX orders_user (user_id);
ALTER TABLE orders ADD COLUMN amount int;
