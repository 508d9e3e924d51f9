-- case: what is left out is gone
CREATE TABLE users (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(50) NOT NULL DEFAULT '' COMMENT 'as shown',
  age int CHECK (age > 0),
  note text DEFAULT 'none'
);
-- file: 2.sql
-- finds: mysql-modify-drops-attributes "NOT NULL, DEFAULT '' and COMMENT 'as shown'"
ALTER TABLE users MODIFY IF EXISTS name varchar(100);
-- file: 3.sql
-- finds: mysql-modify-drops-attributes "CHECK (age > 0)"
ALTER TABLE users MODIFY age bigint;
-- file: 4.sql
-- finds: mysql-modify-drops-attributes "DEFAULT 'none'"
ALTER TABLE users MODIFY note mediumtext;

-- case: all is said again
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) NOT NULL DEFAULT '', age int CHECK (age > 0));
-- file: 2.sql
ALTER TABLE users MODIFY name varchar(100) NOT NULL DEFAULT '';
ALTER TABLE users MODIFY age bigint CHECK (age > 0);
