-- case: not kept to
-- server: mariadb:10.11
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-algorithm-assertion-not-enforced "ALGORITHM=COPY"
ALTER TABLE orders ENGINE=Aria, ALGORITHM=INSTANT;

-- case: refused since 11.2
-- server: mariadb:11.2
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ENGINE=Aria, ALGORITHM=INSTANT;
