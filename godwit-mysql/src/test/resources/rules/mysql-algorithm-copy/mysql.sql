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

-- case: a CHECK
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-algorithm-copy "a CHECK is looked at"
ALTER TABLE orders ADD CONSTRAINT positive CHECK (user_id > 0);

-- case: a CHECK that is not enforced
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD CONSTRAINT positive CHECK (user_id > 0) NOT ENFORCED;

-- case: it is asked for
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-algorithm-copy "ADD COLUMN amount int;"
ALTER TABLE orders ADD COLUMN amount int, ALGORITHM=COPY;

-- case: another rule names the reason
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders MODIFY note varchar(100);
ALTER TABLE orders DROP PRIMARY KEY;

-- case: a default or a wider text
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ALTER COLUMN user_id SET DEFAULT 5;
ALTER TABLE orders MODIFY note varchar(60);

-- case: what the server refuses is no copy
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders MODIFY user_id int, ALGORITHM=INSTANT;

-- case: a rebuild in place lets others write
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ENGINE=InnoDB;
ALTER TABLE orders MODIFY status enum('new', 'paid') NULL;
OPTIMIZE TABLE orders;

-- case: unknown before
-- finds: mysql-algorithm-copy "unless it has that type already"
ALTER TABLE orders MODIFY user_id int;
