CREATE TABLE orders (id INTEGER PRIMARY KEY AUTOINCREMENT, note TEXT)

CREATE TABLE IF NOT EXISTS main.orders (
    id INTEGER NOT NULL,
    untyped,
    total DECIMAL(12, 2) DEFAULT (0.5 * 2),
    many VARYING CHARACTER(255),
    big UNSIGNED BIG INT,
    flag BOOLEAN NOT NULL ON CONFLICT REPLACE DEFAULT TRUE,
    note TEXT COLLATE NOCASE UNIQUE ON CONFLICT IGNORE,
    customer_id INT CONSTRAINT customer REFERENCES customers (id) ON DELETE CASCADE ON UPDATE SET NULL MATCH FULL DEFERRABLE INITIALLY DEFERRED,
    placed TEXT DEFAULT CURRENT_TIMESTAMP,
    neg INT DEFAULT -1,
    word TEXT DEFAULT 'it''s',
    twice INT GENERATED ALWAYS AS (total * 2) STORED,
    half INT AS (total / 2) VIRTUAL CHECK (half > 0),
    [bracketed] INT, `ticked` INT, "quoted name" INT,
    CONSTRAINT orders_pk PRIMARY KEY (id, note COLLATE BINARY DESC) ON CONFLICT FAIL,
    UNIQUE (customer_id, placed),
    CONSTRAINT positive CHECK (total > 0),
    FOREIGN KEY (customer_id, note) REFERENCES customers (id, name) NOT DEFERRABLE
)

CREATE TABLE strict_one (a INT, b ANY) STRICT

CREATE TABLE no_rowid (a TEXT PRIMARY KEY) WITHOUT ROWID, STRICT

CREATE TEMP TABLE basket (a)

CREATE TEMPORARY TABLE IF NOT EXISTS basket AS SELECT 1 AS a, 2 AS b

CREATE TABLE copy AS SELECT * FROM orders WHERE id > 10

CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (note, content='orders', tokenize = 'porter ascii')

CREATE VIRTUAL TABLE boxes USING rtree (id, a, b)

ALTER TABLE orders RENAME TO purchases

ALTER TABLE main.orders RENAME COLUMN note TO remark

ALTER TABLE orders RENAME note TO "re mark"

ALTER TABLE orders ADD COLUMN extra TEXT NOT NULL DEFAULT 'x' COLLATE RTRIM

ALTER TABLE orders ADD extra INT REFERENCES customers (id)

ALTER TABLE orders DROP COLUMN note

ALTER TABLE orders DROP note

ALTER TABLE orders ALTER COLUMN note SET NOT NULL

ALTER TABLE orders ALTER COLUMN note DROP NOT NULL

ALTER TABLE orders ADD CONSTRAINT positive CHECK (total > 0)

ALTER TABLE orders ADD CHECK (total > 0)

ALTER TABLE orders DROP CONSTRAINT positive

CREATE INDEX orders_note ON orders (note)

CREATE UNIQUE INDEX IF NOT EXISTS main.orders_note ON orders (lower(note) COLLATE NOCASE DESC, id ASC) WHERE note IS NOT NULL

DROP INDEX orders_note

DROP INDEX IF EXISTS main.orders_note

REINDEX

REINDEX main.orders

CREATE VIEW open_orders AS SELECT * FROM orders WHERE status = 'new'

CREATE TEMP VIEW IF NOT EXISTS open_orders (id, note) AS SELECT id, note FROM orders

DROP VIEW IF EXISTS main.open_orders

CREATE TRIGGER touch AFTER UPDATE OF note, total ON orders FOR EACH ROW WHEN new.note <> old.note BEGIN UPDATE orders SET placed = CASE WHEN new.id > 1 THEN 'a;b' ELSE 'c' END WHERE id = new.id; SELECT 1; END

CREATE TEMP TRIGGER IF NOT EXISTS instead INSTEAD OF DELETE ON open_orders BEGIN DELETE FROM orders WHERE id = old.id; END

DROP TRIGGER IF EXISTS touch

DROP TABLE orders

DROP TABLE IF EXISTS main.orders

BEGIN

BEGIN IMMEDIATE TRANSACTION

COMMIT

END TRANSACTION

ROLLBACK

SAVEPOINT here

ROLLBACK TRANSACTION TO SAVEPOINT here

RELEASE here

PRAGMA foreign_keys = OFF

PRAGMA main.user_version = 5

PRAGMA foreign_key_check

PRAGMA table_info('orders')

ATTACH DATABASE 'other.db' AS other

DETACH other

VACUUM

VACUUM main INTO 'copy.db'

ANALYZE

ANALYZE main.orders

INSERT INTO main.orders (id, note) VALUES (1, 'a;b'), (2, NULL) ON CONFLICT (id) DO UPDATE SET note = excluded.note RETURNING id

INSERT OR REPLACE INTO orders SELECT * FROM old_orders

REPLACE INTO orders DEFAULT VALUES

UPDATE OR IGNORE orders SET note = 'x', (a, b) = (1, 2) FROM customers WHERE customers.id = orders.customer_id

DELETE FROM main.orders WHERE id = 1 RETURNING *

WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5) INSERT INTO orders SELECT i, '' FROM n

WITH old AS (SELECT 1) DELETE FROM orders WHERE id IN old

SELECT count(*) FROM orders WHERE total > 10 LIMIT 5 OFFSET 1

VALUES (1, 2)

EXPLAIN QUERY PLAN SELECT 1
