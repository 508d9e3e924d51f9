CREATE TABLE orders (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, note text)

CREATE TABLE IF NOT EXISTS shop.`orders` (
    id INTEGER(10) UNSIGNED ZEROFILL NOT NULL,
    customer_id int NOT NULL COMMENT 'who; when',
    tiny int1, small int2, medium int3, middle middleint, four int4, eight int8,
    flag bool DEFAULT 0,
    yes boolean NULL,
    total decimal(12,2) DEFAULT '0.00',
    dec1 dec(5), num1 numeric, fix1 fixed(3,1),
    ratio float(7,3), flt float4, dbl double precision, rl real unsigned, dbl8 float8,
    status enum('new','it''s done') CHARACTER SET latin1 DEFAULT 'new',
    flags set('a','b') COLLATE utf8mb4_bin,
    name varchar(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci,
    nick national varchar(10),
    nch nchar(3),
    bytes varbinary(16), fixed_bytes binary(4),
    letters char(3) BYTE,
    word character varying(20),
    long_text long varchar, long_blob long varbinary,
    small_text tinytext, blob_10 blob(10), medium_blob mediumblob, long_one longtext,
    bits bit(8),
    y year(4),
    d date, t time(3), dt datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
    ts timestamp NULL DEFAULT NULL,
    place point NOT NULL, area geometry,
    doc json,
    computed int GENERATED ALWAYS AS (customer_id * 2) VIRTUAL,
    kept int AS (customer_id + 1) STORED,
    PRIMARY KEY (id),
    UNIQUE KEY one_name (name(10) DESC, customer_id),
    CONSTRAINT one_nick UNIQUE (nick),
    KEY by_customer (customer_id) USING BTREE COMMENT 'often',
    INDEX (status),
    FULLTEXT KEY words (name, nick),
    SPATIAL INDEX places (place),
    CONSTRAINT positive CHECK (total > 0),
    CHECK (ratio < 1),
    CONSTRAINT customer FOREIGN KEY by_customer (customer_id) REFERENCES customers (id) ON DELETE CASCADE ON UPDATE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=100 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci ROW_FORMAT=DYNAMIC COMMENT='what was ordered' KEY_BLOCK_SIZE=8

CREATE TEMPORARY TABLE basket (a int) ENGINE MEMORY, MAX_ROWS 10

CREATE TABLE copy LIKE shop.orders

CREATE TABLE copy (LIKE orders)

CREATE TABLE copy AS SELECT id, note FROM orders WHERE id > 10

CREATE TABLE copy (id int PRIMARY KEY, INDEX (note)) IGNORE SELECT * FROM orders

CREATE TABLE quoted (a enum("x",'y') DEFAULT "x" COMMENT "it's")

CREATE TABLE numbered (id serial, note varchar(10) UNIQUE COMMENT 'x', parent int REFERENCES orders (id))

CREATE TABLE measure (at date NOT NULL, v int) PARTITION BY RANGE (year(at)) (PARTITION p0 VALUES LESS THAN (2020) ENGINE=InnoDB COMMENT='old', PARTITION p1 VALUES LESS THAN MAXVALUE)

CREATE TABLE measure (a int, b int) PARTITION BY LIST COLUMNS (a, b) (PARTITION p0 VALUES IN ((1, 2), (3, 4)))

CREATE TABLE measure (a int) PARTITION BY LINEAR HASH (a) PARTITIONS 4

CREATE TABLE measure (a int, b int) PARTITION BY RANGE (a) SUBPARTITION BY KEY (b) SUBPARTITIONS 2 (PARTITION p0 VALUES LESS THAN (10))

CREATE TABLE ddl (`select` int, `a``b` int, `c.d` int)

ALTER TABLE orders ADD COLUMN note text

ALTER TABLE shop.orders ADD extra int NOT NULL DEFAULT 0 AFTER id, ADD COLUMN first_one varchar(3) FIRST

ALTER TABLE orders ADD COLUMN (a int, b varchar(10) NOT NULL)

ALTER TABLE orders DROP COLUMN note, DROP extra

ALTER TABLE orders MODIFY COLUMN note varchar(200) CHARACTER SET utf8mb4 NOT NULL COMMENT 'x' FIRST, MODIFY total decimal(14,4)

ALTER TABLE orders CHANGE COLUMN note remark mediumtext, CHANGE total total bigint unsigned AFTER id

ALTER TABLE orders RENAME COLUMN note TO remark, RENAME COLUMN a TO b

ALTER TABLE orders ALTER COLUMN note SET DEFAULT 'x', ALTER total DROP DEFAULT

ALTER TABLE orders ALTER COLUMN note SET DEFAULT (concat('a', 'b'))

ALTER TABLE orders ADD PRIMARY KEY (id, customer_id), ADD UNIQUE one_name (name), ADD CONSTRAINT one_nick UNIQUE KEY (nick)

ALTER TABLE orders ADD INDEX by_note (note(20)), ADD KEY (total) USING BTREE, ADD FULLTEXT INDEX words (note), ADD SPATIAL KEY places (place)

ALTER TABLE orders ADD CONSTRAINT customer FOREIGN KEY (customer_id) REFERENCES shop.customers (id) ON DELETE SET NULL, ADD FOREIGN KEY (a) REFERENCES b (c)

ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0), ADD CHECK (a < b)

ALTER TABLE orders DROP PRIMARY KEY, DROP INDEX by_note, DROP KEY one_name, DROP FOREIGN KEY customer

ALTER TABLE orders DROP CONSTRAINT positive

ALTER TABLE orders RENAME INDEX by_note TO by_remark, RENAME KEY a TO b

ALTER TABLE orders RENAME TO purchases

ALTER TABLE orders RENAME AS archive.purchases

ALTER TABLE orders ENGINE=InnoDB, AUTO_INCREMENT=1000, COMMENT='new comment'

ALTER TABLE orders ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=4 STATS_PERSISTENT=1

ALTER TABLE orders DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin

ALTER TABLE orders CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci

ALTER TABLE orders ADD COLUMN z int, ALGORITHM=INSTANT

ALTER TABLE orders ADD INDEX (z), ALGORITHM=INPLACE, LOCK=NONE

ALTER TABLE orders ORDER BY id DESC, note

ALTER TABLE orders FORCE

ALTER TABLE orders DISABLE KEYS

ALTER TABLE orders ENABLE KEYS

ALTER TABLE orders DISCARD TABLESPACE

ALTER TABLE orders IMPORT TABLESPACE

ALTER TABLE measure ADD PARTITION (PARTITION p2 VALUES LESS THAN (2030))

ALTER TABLE measure ADD PARTITION PARTITIONS 4

ALTER TABLE measure DROP PARTITION p0, p1

ALTER TABLE measure TRUNCATE PARTITION p0

ALTER TABLE measure TRUNCATE PARTITION ALL

ALTER TABLE measure COALESCE PARTITION 2

ALTER TABLE measure REORGANIZE PARTITION p0, p1 INTO (PARTITION p01 VALUES LESS THAN (2025))

ALTER TABLE measure EXCHANGE PARTITION p0 WITH TABLE shop.old

ALTER TABLE measure ANALYZE PARTITION p0

ALTER TABLE measure CHECK PARTITION ALL

ALTER TABLE measure OPTIMIZE PARTITION p0

ALTER TABLE measure REBUILD PARTITION p0, p1

ALTER TABLE measure REPAIR PARTITION p0

ALTER TABLE measure REMOVE PARTITIONING

ALTER TABLE measure PARTITION BY HASH (v) PARTITIONS 8

ALTER TABLE measure ADD COLUMN z int PARTITION BY KEY (z)

CREATE INDEX by_note ON orders (note(10), id DESC)

CREATE UNIQUE INDEX one_name USING HASH ON shop.orders (name) COMMENT 'once' ALGORITHM=INPLACE LOCK=NONE

CREATE FULLTEXT INDEX words ON orders (note)

CREATE SPATIAL INDEX places ON orders (place)

DROP INDEX by_note ON shop.orders

DROP INDEX `PRIMARY` ON orders

CREATE VIEW open_orders AS SELECT * FROM orders WHERE status = 'new'

CREATE OR REPLACE ALGORITHM=MERGE DEFINER=`root`@`localhost` SQL SECURITY INVOKER VIEW shop.open_orders (id, note) AS SELECT id, note FROM orders WITH CASCADED CHECK OPTION

ALTER VIEW open_orders AS SELECT id FROM orders

DROP VIEW IF EXISTS a, shop.b CASCADE

CREATE DATABASE IF NOT EXISTS shop CHARACTER SET utf8mb4 COLLATE utf8mb4_bin

CREATE SCHEMA shop

ALTER DATABASE shop DEFAULT CHARACTER SET = latin1

DROP DATABASE IF EXISTS shop

DROP SCHEMA shop

CREATE TRIGGER touch BEFORE UPDATE ON shop.orders FOR EACH ROW SET NEW.note = concat(OLD.note, ';')

CREATE DEFINER=CURRENT_USER TRIGGER audit AFTER INSERT ON orders FOR EACH ROW BEGIN INSERT INTO log_of VALUES (NEW.id); SET @n = @n + 1; END

DROP TRIGGER IF EXISTS shop.touch

CREATE PROCEDURE archive_orders(IN days int, OUT n int) COMMENT 'old ones' MODIFIES SQL DATA BEGIN IF days > 10 THEN DELETE FROM orders WHERE placed < now() - INTERVAL days DAY; END IF; SET n = row_count(); END

CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN a * 2

CREATE DEFINER=`root`@`%` FUNCTION shop.greet(name varchar(20) CHARACTER SET utf8mb4) RETURNS varchar(40) NO SQL SQL SECURITY INVOKER RETURN concat('hi ', name)

ALTER PROCEDURE archive_orders COMMENT 'very old ones'

ALTER FUNCTION twice SQL SECURITY DEFINER

DROP PROCEDURE IF EXISTS shop.archive_orders

DROP FUNCTION twice

CREATE EVENT IF NOT EXISTS nightly ON SCHEDULE EVERY 1 DAY STARTS '2026-01-01 03:00:00' ON COMPLETION PRESERVE COMMENT 'at night' DO DELETE FROM basket

ALTER EVENT nightly DISABLE

ALTER EVENT nightly RENAME TO shop.daily

DROP EVENT IF EXISTS nightly

RENAME TABLE orders TO purchases, shop.a TO archive.b

TRUNCATE TABLE shop.orders

TRUNCATE orders

DROP TABLE orders

DROP TABLE IF EXISTS shop.orders, items RESTRICT

DROP TEMPORARY TABLE basket

CREATE SERVER elsewhere FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'elsewhere', DATABASE 'shop', PORT 3306)

ALTER SERVER elsewhere OPTIONS (USER 'bob')

DROP SERVER IF EXISTS elsewhere

CREATE USER 'clerk'@'%' IDENTIFIED BY 'secret', visitor@localhost

ALTER USER clerk IDENTIFIED BY 'other'

RENAME USER clerk TO seller@localhost

DROP USER IF EXISTS clerk, visitor@localhost

CREATE ROLE staff, boss

DROP ROLE staff

GRANT SELECT, UPDATE (note) ON shop.orders TO clerk@localhost WITH GRANT OPTION

GRANT ALL PRIVILEGES ON shop.* TO 'clerk'@'%'

GRANT USAGE ON *.* TO clerk

GRANT EXECUTE ON PROCEDURE shop.archive_orders TO clerk

GRANT staff TO clerk

REVOKE INSERT ON orders FROM clerk

REVOKE ALL PRIVILEGES, GRANT OPTION FROM clerk, visitor

OPTIMIZE TABLE orders, shop.items

ANALYZE TABLE orders

CHECK TABLE orders FAST

REPAIR TABLE orders QUICK

FLUSH TABLES orders WITH READ LOCK

LOCK TABLES orders WRITE, items AS i READ LOCAL

UNLOCK TABLES

START TRANSACTION WITH CONSISTENT SNAPSHOT

BEGIN

COMMIT

ROLLBACK

SAVEPOINT here

ROLLBACK TO SAVEPOINT here

RELEASE SAVEPOINT here

SET SESSION lock_wait_timeout = 5

SET @a = 1, @b = 2

SET GLOBAL max_connections = 100

SET NAMES utf8mb4

SET TRANSACTION ISOLATION LEVEL READ COMMITTED

USE shop

INSERT INTO shop.orders (id, note) VALUES (1, 'a;b'), (2, "c") ON DUPLICATE KEY UPDATE note = VALUES(note)

INSERT IGNORE orders SELECT * FROM old_orders

REPLACE INTO orders VALUES (1)

UPDATE orders SET note = 'x', total = 0 WHERE id < 10 ORDER BY id LIMIT 5

UPDATE orders o JOIN customers c ON c.id = o.customer_id SET o.note = c.name

DELETE FROM shop.orders WHERE id = 1 LIMIT 1

DELETE o FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.gone

SELECT count(*) FROM orders WHERE total > 10 LIMIT 5

WITH a AS (SELECT 1 AS x) SELECT * FROM a

CALL shop.archive_orders(3, @n)

DO SLEEP(0)

LOAD DATA INFILE '/tmp/x' INTO TABLE shop.orders FIELDS TERMINATED BY ','

DROP SERVER IF EXISTS 'remote'

CREATE DEFINER=root@127.0.0.1 VIEW local_orders AS SELECT 1 AS one

GRANT `weekend shift`, 'night'@'%' TO clerk@localhost

CREATE TRIGGER late_orders BEFORE INSERT ON orders FOR EACH ROW FOLLOWS `early orders` BEGIN DECLARE x INT; SET x = 1; END
