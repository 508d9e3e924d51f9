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
