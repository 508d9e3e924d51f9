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

-- case: a place before a virtual column
CREATE TABLE v (id int PRIMARY KEY, b int, g int AS (b + 1) VIRTUAL);
-- file: 2.sql
-- finds: mysql-instant-defeated-by-table-shape "a virtual column"
ALTER TABLE v ADD COLUMN first int FIRST;
ALTER TABLE v ADD COLUMN last int;
