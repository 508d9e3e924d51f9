-- case: as the page shows it
CREATE TABLE days (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- file: 2.sql
-- finds: mysql-algorithm-assertion-not-enforced
ALTER TABLE days ALGORITHM=INSTANT, OPTIMIZE PARTITION p1;

-- case: kept to
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
ALTER TABLE orders ADD COLUMN amount int, ALGORITHM=INSTANT;
