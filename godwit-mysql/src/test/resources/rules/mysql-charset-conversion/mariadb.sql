-- case: as the page shows it
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-charset-conversion
ALTER TABLE orders CONVERT TO CHARACTER SET latin1;

-- case: the safer way
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders DEFAULT CHARACTER SET latin1;

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
ALTER TABLE orders CONVERT TO CHARACTER SET latin1;

-- case: from three bytes to four
CREATE TABLE posts (id int PRIMARY KEY, v varchar(20)) DEFAULT CHARACTER SET utf8mb3;
-- file: 2.sql
ALTER TABLE posts CONVERT TO CHARACTER SET utf8mb4;
