-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-expression-default
ALTER TABLE orders ADD COLUMN token varchar(36) DEFAULT (uuid());

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN token varchar(36), ALGORITHM=INSTANT;
ALTER TABLE orders ALTER COLUMN token SET DEFAULT (uuid()), ALGORITHM=INSTANT;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders ADD COLUMN token varchar(36) DEFAULT (uuid());

-- case: one value for all rows
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN extra text DEFAULT ('x');
