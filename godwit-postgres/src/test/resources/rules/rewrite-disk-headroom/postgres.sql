-- case: all rows are written anew
-- live: CREATE TABLE orders (id integer PRIMARY KEY, status text)
-- measures: orders rows=90_000_000 bytes=40_000_000_000 indexBytes=9_000_000_000
-- finds: rewrite-disk-headroom "GiB"
ALTER TABLE orders ALTER COLUMN id TYPE bigint;

-- case: only the catalog is changed
-- live: CREATE TABLE orders (id integer PRIMARY KEY, status text)
-- measures: orders rows=90_000_000 bytes=40_000_000_000 indexBytes=9_000_000_000
ALTER TABLE orders ADD COLUMN note text;

-- case: a small table
-- live: CREATE TABLE orders (id integer PRIMARY KEY, status text)
-- measures: orders rows=90_000 bytes=40_000_000
ALTER TABLE orders ALTER COLUMN id TYPE bigint;
