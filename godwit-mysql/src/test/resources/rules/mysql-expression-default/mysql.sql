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

-- case: it is refused
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-expression-default "refuses"
ALTER TABLE orders ADD COLUMN token varchar(36) DEFAULT (uuid());

-- case: an expression is a copy
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-expression-default "ALGORITHM=COPY"
ALTER TABLE orders ADD COLUMN extra text DEFAULT ('x');

-- case: with the table itself
CREATE TABLE tokens (id int PRIMARY KEY, token varchar(36) DEFAULT (uuid()));
ALTER TABLE tokens ADD COLUMN extra text DEFAULT ('x');

-- case: a plain value is not
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN extra int NOT NULL DEFAULT 5;
ALTER TABLE orders ADD COLUMN at datetime DEFAULT CURRENT_TIMESTAMP;
