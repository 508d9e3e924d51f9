-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-enum-change
ALTER TABLE orders MODIFY status enum('new', 'sent', 'paid') NOT NULL;

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders MODIFY status enum('new', 'paid', 'sent') NOT NULL, ALGORITHM=INSTANT;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders MODIFY status enum('new', 'sent', 'paid') NOT NULL;

-- case: every write waits before 11.2
-- server: mariadb:11.1
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-enum-change "every write waits"
ALTER TABLE orders MODIFY status enum('new', 'sent', 'paid') NOT NULL;

-- case: others write since 11.2
-- server: mariadb:11.2
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-enum-change "nobody waits"
ALTER TABLE orders MODIFY status enum('new', 'sent', 'paid') NOT NULL;
