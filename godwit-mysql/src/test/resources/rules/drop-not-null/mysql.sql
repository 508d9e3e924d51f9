-- case: it says that NULL may come
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50) NOT NULL);
-- file: 2.sql
-- finds: drop-not-null "users.name can be NULL from now on"
ALTER TABLE users MODIFY name varchar(50) NULL;
-- file: 3.sql
ALTER TABLE users CHANGE name name varchar(60) NULL;

-- case: it was so before, or is not known
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50));
-- file: 2.sql
ALTER TABLE users MODIFY name varchar(60) NULL;
ALTER TABLE shops MODIFY name varchar(60) NULL;
