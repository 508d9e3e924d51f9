-- case: on that release
-- server: mysql:8.0.29
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-instant-redo-incompat "ALGORITHM = INPLACE"
ALTER TABLE orders ADD COLUMN amount int;
ALTER TABLE orders ADD COLUMN other int, ALGORITHM=INPLACE;

-- case: before it
-- server: mysql:8.0.28
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN amount int;

-- case: the last of them
-- server: mysql:8.0.31
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-instant-redo-incompat
ALTER TABLE orders DROP COLUMN note;

-- case: after it
-- server: mysql:8.0.32
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN amount int;
