-- case: as the page shows it
-- finds: sqlite-double-quoted-literal "'new'"
CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT DEFAULT "new");

-- case: the safer way
CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT DEFAULT 'new');

-- case: an added column
-- finds: sqlite-double-quoted-literal
ALTER TABLE orders ADD COLUMN kind TEXT DEFAULT "a";

-- case: conditions
CREATE TABLE t (id INTEGER PRIMARY KEY, "a b" TEXT, c TEXT);
-- file: 2.sql
-- finds: sqlite-double-quoted-literal "'x'"
UPDATE t SET c = 'y' WHERE c = "x";
-- finds: sqlite-double-quoted-literal
DELETE FROM t WHERE "a b" = "z" AND id = 3;
-- finds: sqlite-double-quoted-literal
CREATE INDEX t_c ON t (c) WHERE c <> "gone";
-- finds: sqlite-double-quoted-literal
CREATE TABLE s (c TEXT CHECK (c IN ("a", 'b')));

-- case: names
CREATE TABLE t (id INTEGER PRIMARY KEY, "a b" TEXT DEFAULT 'he said "no"', c TEXT, CHECK ("a b" <> '"' AND t."c" <> ''));
-- file: 2.sql
UPDATE "t" SET "c" = 'y' WHERE "a b" = 'x' AND "id" = 3;
CREATE INDEX "t_c" ON "t" ("c") WHERE "c" IS NOT NULL;

-- case: of a table that is not known nobody can tell
UPDATE t SET c = 'y' WHERE "c" = 'x' AND id = 3;
