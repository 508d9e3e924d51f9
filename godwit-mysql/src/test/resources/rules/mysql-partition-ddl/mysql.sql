-- case: as the page shows it
CREATE TABLE days (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- file: 2.sql
-- finds: mysql-partition-ddl
ALTER TABLE days REORGANIZE PARTITION p1 INTO (PARTITION p0 VALUES LESS THAN (5), PARTITION p1 VALUES LESS THAN (10));

-- case: the safer way
CREATE TABLE days (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- file: 2.sql
ALTER TABLE days DROP PARTITION pmax;
ALTER TABLE days ADD PARTITION (PARTITION p2 VALUES LESS THAN (20));

-- case: the table is new
CREATE TABLE days (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10), PARTITION pmax VALUES LESS THAN MAXVALUE);
ALTER TABLE days REORGANIZE PARTITION p1 INTO (PARTITION p0 VALUES LESS THAN (5), PARTITION p1 VALUES LESS THAN (10));

-- case: a table becomes partitioned
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint, status enum('new', 'paid') NOT NULL, flags set('a', 'b'), note varchar(50), body text) DEFAULT CHARACTER SET utf8mb4;
-- file: 2.sql
-- finds: mysql-partition-ddl "every row goes to its partition"
ALTER TABLE orders PARTITION BY HASH (id) PARTITIONS 4;

-- case: what it says does not hold it back
CREATE TABLE days (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10), PARTITION pmax VALUES LESS THAN MAXVALUE);
-- file: 2.sql
-- finds: mysql-partition-ddl
ALTER TABLE days ALGORITHM=INPLACE, LOCK=SHARED, REBUILD PARTITION p1;

-- case: rows are looked at
CREATE TABLE days (id int, day int, PRIMARY KEY (id, day)) PARTITION BY RANGE (day) (PARTITION p1 VALUES LESS THAN (10), PARTITION pmax VALUES LESS THAN MAXVALUE);
CREATE TABLE x (id int, day int, PRIMARY KEY (id, day));
-- file: 2.sql
-- finds: mysql-partition-ddl "WITHOUT VALIDATION"
ALTER TABLE days EXCHANGE PARTITION p1 WITH TABLE x;
ALTER TABLE days EXCHANGE PARTITION p1 WITH TABLE x WITHOUT VALIDATION;
