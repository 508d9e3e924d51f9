-- case: as the page shows it
-- finds: sqlite-strict-type "unknown datatype"
CREATE TABLE users (id INTEGER PRIMARY KEY, name varchar(100)) STRICT;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, a INT, b REAL, c BLOB, d ANY) STRICT;

-- case: a column without a type
-- finds: sqlite-strict-type "missing datatype"
CREATE TABLE t (id INTEGER PRIMARY KEY, a) STRICT, WITHOUT ROWID;

-- case: an added column
CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT;
-- file: 2.sql
-- finds: sqlite-strict-type "born TEXT"
ALTER TABLE t ADD COLUMN born datetime;
ALTER TABLE t ADD COLUMN n int;

-- case: before 3.37 there are no such tables
-- server: sqlite:3.36
-- finds: sqlite-strict-type "since 3.37"
CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT;

-- case: from 3.37 on there are
-- server: sqlite:3.37
CREATE TABLE t (id INTEGER PRIMARY KEY) STRICT;

-- case: other tables take any type
CREATE TABLE t (id INTEGER PRIMARY KEY, name varchar(100));
