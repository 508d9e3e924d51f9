-- case: what is left out is gone
CREATE TABLE users (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(50) NOT NULL DEFAULT '' COMMENT 'as shown',
  visits int unsigned NOT NULL DEFAULT 0,
  code varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seen datetime NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
  secret varchar(40) INVISIBLE,
  note varchar(10),
  size int,
  area int GENERATED ALWAYS AS (size * size) STORED
);
-- file: 2.sql
-- finds: mysql-modify-drops-attributes "NOT NULL, DEFAULT '' and COMMENT 'as shown'"
ALTER TABLE users MODIFY name varchar(100);
-- file: 3.sql
-- finds: mysql-modify-drops-attributes "UNSIGNED and DEFAULT 0"
ALTER TABLE users MODIFY visits int NOT NULL;
-- file: 4.sql
-- finds: mysql-modify-drops-attributes "AUTO_INCREMENT"
ALTER TABLE users MODIFY id bigint unsigned;
-- file: 5.sql
-- finds: mysql-modify-drops-attributes "CHARACTER SET ascii"
ALTER TABLE users CHANGE code shop_code varchar(30) NOT NULL;
-- file: 6.sql
-- finds: mysql-modify-drops-attributes "ON UPDATE CURRENT_TIMESTAMP"
ALTER TABLE users MODIFY COLUMN seen datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3);
-- file: 7.sql
-- finds: mysql-modify-drops-attributes "INVISIBLE"
ALTER TABLE users MODIFY secret varchar(80);
-- file: 8.sql
-- finds: mysql-modify-drops-attributes "GENERATED ALWAYS AS (size * size)"
ALTER TABLE users MODIFY area int;

-- case: the safe way is the statement with all of it
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) NOT NULL DEFAULT '' COMMENT 'as shown');
-- file: 2.sql
-- finds: mysql-modify-drops-attributes "MODIFY COLUMN name varchar(100) NOT NULL DEFAULT '' COMMENT 'as shown'"
ALTER TABLE users MODIFY name varchar(100);

-- case: all is said again, or something else is
CREATE TABLE users (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(50) NOT NULL DEFAULT '' COMMENT 'as shown',
  visits int unsigned NOT NULL DEFAULT 0,
  code varchar(20) CHARACTER SET ascii NOT NULL,
  title varchar(20) CHARACTER SET utf8mb4,
  note varchar(10) COMMENT ''
) DEFAULT CHARSET = utf8mb4;
-- file: 2.sql
ALTER TABLE users MODIFY name varchar(100) NOT NULL DEFAULT '' COMMENT 'as shown';
ALTER TABLE users MODIFY name varchar(100) NULL DEFAULT NULL COMMENT 'another';
ALTER TABLE users MODIFY visits bigint NOT NULL DEFAULT 0;
ALTER TABLE users MODIFY id bigint unsigned AUTO_INCREMENT;
ALTER TABLE users MODIFY code varchar(20) CHARACTER SET utf8mb4 NOT NULL;
ALTER TABLE users MODIFY title varchar(40);
ALTER TABLE users MODIFY note text;

-- case: a column that is not known
ALTER TABLE users MODIFY name varchar(100);

-- case: a CHECK is the table's and stays
CREATE TABLE users (id bigint PRIMARY KEY, age int CHECK (age > 0));
-- file: 2.sql
ALTER TABLE users MODIFY age bigint;
