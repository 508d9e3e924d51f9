-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
START TRANSACTION;
-- finds: mysql-implicit-commit
CREATE TABLE other (id int PRIMARY KEY);
COMMIT;
