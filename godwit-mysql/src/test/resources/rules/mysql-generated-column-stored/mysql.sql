-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-generated-column-stored
ALTER TABLE orders ADD COLUMN pair varchar(80) GENERATED ALWAYS AS (concat(user_id, note)) STORED;

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN pair varchar(80) GENERATED ALWAYS AS (concat(user_id, note)) VIRTUAL, ALGORITHM=INSTANT;
ALTER TABLE orders ADD INDEX orders_pair (pair), LOCK=NONE;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders ADD COLUMN pair varchar(80) GENERATED ALWAYS AS (concat(user_id, note)) STORED;

-- case: it says how to write it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-generated-column-stored "VIRTUAL, ALGORITHM = INSTANT"
ALTER TABLE orders ADD COLUMN n int AS (user_id + 1) STORED;
