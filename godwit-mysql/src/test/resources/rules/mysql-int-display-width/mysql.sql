-- case: a width
-- finds: mysql-int-display-width "int(3) holds what int holds"
CREATE TABLE users (id bigint PRIMARY KEY, age int(3));
-- finds: mysql-int-display-width
ALTER TABLE users ADD COLUMN visits bigint(20) unsigned;

-- case: none, or one that means something
CREATE TABLE users (id bigint PRIMARY KEY, age int, active tinyint(1), code int(6) ZEROFILL, name varchar(20), at datetime(3));
