-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-algorithm-copy
ALTER TABLE orders MODIFY user_id int;

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN amount int, ALGORITHM=INSTANT;
ALTER TABLE orders ADD INDEX orders_user (user_id), LOCK=NONE;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders MODIFY user_id int;

-- case: every write waits before 11.2
-- server: mariadb:11.1
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-algorithm-copy "every write waits"
ALTER TABLE orders MODIFY user_id int;

-- case: others write since 11.2
-- server: mariadb:11.2
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-algorithm-copy "nobody waits"
ALTER TABLE orders MODIFY user_id int;
