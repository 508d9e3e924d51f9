-- case: NULL may be in it
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50), mail varchar(50));
-- file: 2.sql
-- finds: data-dependent-not-null "SELECT count(*) FROM users WHERE name IS NULL"
ALTER TABLE users MODIFY name varchar(50) NOT NULL;
-- file: 3.sql
-- finds: data-dependent-not-null
ALTER TABLE users CHANGE mail email varchar(50) NOT NULL;

-- case: it is filled first
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50));
-- file: 2.sql
UPDATE users SET name = '' WHERE name IS NULL AND id < 1000;
ALTER TABLE users MODIFY name varchar(50) NOT NULL;

-- case: it was so before, or is not known
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) NOT NULL);
-- file: 2.sql
ALTER TABLE users MODIFY name varchar(60) NOT NULL;
ALTER TABLE users MODIFY id bigint NOT NULL AUTO_INCREMENT;
ALTER TABLE shops MODIFY name varchar(60) NOT NULL;
