-- case: values that nobody chose
-- finds: mysql-implicit-default "get 0 in level"
ALTER TABLE users ADD COLUMN level int NOT NULL;
-- finds: mysql-implicit-default "get '' in phone"
ALTER TABLE users ADD COLUMN phone varchar(20) NOT NULL;
-- finds: mysql-implicit-default "get 'free', the first member, in plan"
ALTER TABLE users ADD COLUMN plan enum('free', 'paid') NOT NULL;
-- finds: mysql-implicit-default "ALTER TABLE users ADD COLUMN seen timestamp;"
ALTER TABLE users ADD COLUMN seen timestamp NOT NULL;

-- case: a date of zeros is refused
-- finds: mysql-implicit-default "it fails as soon as users has a row"
ALTER TABLE users ADD COLUMN born date NOT NULL;
-- finds: mysql-implicit-default "it fails as soon as users has a row"
ALTER TABLE users ADD COLUMN home point NOT NULL;

-- case: a date of zeros is taken in another mode
SET sql_mode = '';
-- finds: mysql-implicit-default "get 0000-00-00 in born"
ALTER TABLE users ADD COLUMN born date NOT NULL;

-- case: there is a value
ALTER TABLE users ADD COLUMN level int NOT NULL DEFAULT 1;
ALTER TABLE users ADD COLUMN phone varchar(20);
ALTER TABLE users ADD COLUMN number bigint NOT NULL AUTO_INCREMENT UNIQUE;
ALTER TABLE users ADD COLUMN doubled int GENERATED ALWAYS AS (level * 2) STORED NOT NULL;
ALTER TABLE users ADD COLUMN sequel SERIAL;

-- case: the table is new
CREATE TABLE users (id bigint PRIMARY KEY);
ALTER TABLE users ADD COLUMN level int NOT NULL;
