-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-column-reorder
ALTER TABLE orders MODIFY note varchar(50) FIRST;

-- case: it stays where it is
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders MODIFY note varchar(60);

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders MODIFY note varchar(50) FIRST;
