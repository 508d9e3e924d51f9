-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-fulltext-spatial-index
ALTER TABLE orders ADD FULLTEXT INDEX orders_body (body);

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
CREATE TABLE orders_text (id bigint PRIMARY KEY, body text, FULLTEXT INDEX orders_body (body));

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders ADD FULLTEXT INDEX orders_body (body);

-- case: the other statement
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-fulltext-spatial-index
CREATE FULLTEXT INDEX orders_body ON orders (body);

-- case: a plain index
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD INDEX orders_user (user_id);
CREATE INDEX orders_note ON orders (note);

-- case: SPATIAL
CREATE TABLE places (id int PRIMARY KEY, pt point NOT NULL SRID 0);
-- file: 2.sql
-- finds: mysql-fulltext-spatial-index
ALTER TABLE places ADD SPATIAL INDEX places_pt (pt);
