-- case: by hand
-- finds: lock-table-explicit "every read and write of users waits"
LOCK TABLES users WRITE;
UNLOCK TABLES;

-- case: for reading
-- finds: lock-table-explicit "every write of users waits"
LOCK TABLES users READ, users AS u READ LOCAL;

-- case: a new table, as dumps have it
CREATE TABLE users (id bigint PRIMARY KEY);
LOCK TABLES users WRITE;
INSERT INTO users VALUES (1);
UNLOCK TABLES;
