-- case: one of two
-- file: 1.sql
CREATE TABLE shops (id bigint PRIMARY KEY);
-- down:
DROP TABLE shops;
-- file: 2.sql
-- finds-in-file: missing-rollback "1 of the 2"
CREATE TABLE users (id bigint PRIMARY KEY);

-- case: none has one
-- file: 1.sql
CREATE TABLE shops (id bigint PRIMARY KEY);
-- file: 2.sql
CREATE TABLE users (id bigint PRIMARY KEY);

-- case: all have one
-- file: 1.sql
CREATE TABLE shops (id bigint PRIMARY KEY);
-- down:
DROP TABLE shops;
