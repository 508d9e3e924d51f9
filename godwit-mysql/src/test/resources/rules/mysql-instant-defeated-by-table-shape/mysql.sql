-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text, FULLTEXT INDEX (body)) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-instant-defeated-by-table-shape
ALTER TABLE orders ADD COLUMN source int;

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text, FULLTEXT INDEX (body)) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN source int, ALGORITHM=INSTANT;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text, FULLTEXT INDEX (body)) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders ADD COLUMN source int;

-- case: not without the index
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN source int;

-- case: it names what bars it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text, FULLTEXT INDEX (body)) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-instant-defeated-by-table-shape "a FULLTEXT index"
ALTER TABLE orders DROP COLUMN note;

-- case: the index itself goes
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text, FULLTEXT INDEX (body)) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders DROP INDEX body;
