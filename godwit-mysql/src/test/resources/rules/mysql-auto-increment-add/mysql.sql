-- case: as the page shows it
CREATE TABLE log (code varchar(20) NOT NULL UNIQUE, line text);
-- file: 2.sql
-- finds: mysql-auto-increment-add
ALTER TABLE log ADD COLUMN id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY;

-- case: the safer way
CREATE TABLE log (code varchar(20) NOT NULL UNIQUE, line text);
-- file: 2.sql
CREATE TABLE log2 (id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY, line text);

-- case: the table is new
CREATE TABLE log (code varchar(20) NOT NULL UNIQUE, line text);
ALTER TABLE log ADD COLUMN id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY;

-- case: no tool can copy what has no key
CREATE TABLE notes (line text);
-- file: 2.sql
-- finds: mysql-auto-increment-add "unique key"
ALTER TABLE notes ADD COLUMN id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY;

-- case: instead of another key
CREATE TABLE pairs (a int PRIMARY KEY, b int);
-- file: 2.sql
-- finds: mysql-auto-increment-add
ALTER TABLE pairs DROP PRIMARY KEY, ADD COLUMN id int AUTO_INCREMENT PRIMARY KEY;

-- case: where it counts on from
CREATE TABLE pairs (a int AUTO_INCREMENT PRIMARY KEY, b int);
-- file: 2.sql
ALTER TABLE pairs AUTO_INCREMENT = 1000;
