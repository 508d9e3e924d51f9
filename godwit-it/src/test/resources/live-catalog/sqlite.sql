CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    email varchar(100) NOT NULL UNIQUE,
    age int CHECK (age > 0),
    amount decimal(10, 2) DEFAULT 0.00,
    born TEXT DEFAULT CURRENT_TIMESTAMP,
    note TEXT COLLATE NOCASE,
    anything,
    doubled int AS (age * 2) VIRTUAL,
    kept int GENERATED ALWAYS AS (age + 1) STORED,
    boss INTEGER REFERENCES people (id) ON DELETE SET NULL,
    CHECK (age <> 7),
    CONSTRAINT named CHECK (email <> ''),
    UNIQUE (age, note)
);
CREATE TABLE invoices (a INT NOT NULL, b INT NOT NULL, person_id INTEGER, PRIMARY KEY (a, b), FOREIGN KEY (person_id) REFERENCES people ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED) WITHOUT ROWID;
CREATE TABLE exact (id INT PRIMARY KEY, t TEXT, r REAL, x ANY) STRICT;
CREATE INDEX people_age ON people (age DESC, note COLLATE NOCASE);
CREATE UNIQUE INDEX people_low ON people (lower(email)) WHERE age > 3;
ALTER TABLE people ADD COLUMN added int NOT NULL DEFAULT 7;
ALTER TABLE people ADD COLUMN checked int DEFAULT 1 CHECK (checked > 0);
ALTER TABLE people RENAME COLUMN note TO remark;
ALTER TABLE people DROP COLUMN anything;
ALTER TABLE people ALTER COLUMN amount SET NOT NULL;
ALTER TABLE people ADD CONSTRAINT positive CHECK (amount >= 0);
ALTER TABLE people ADD CONSTRAINT brief CHECK (amount < 5);
ALTER TABLE people DROP CONSTRAINT brief;
CREATE TABLE selected AS SELECT id, email FROM people;
CREATE VIEW grown AS SELECT id, email FROM people WHERE age > 17;
CREATE VIEW twice (x, y) AS SELECT g.id, i.a FROM grown g JOIN invoices i ON i.person_id = g.id;
CREATE TRIGGER people_touch BEFORE UPDATE OF age, email ON people BEGIN DELETE FROM exact; END;
CREATE TRIGGER grown_insert INSTEAD OF INSERT ON grown BEGIN INSERT INTO people (email) VALUES (new.email); END;
CREATE VIRTUAL TABLE words USING fts5(body);
CREATE TABLE old_name (id INTEGER PRIMARY KEY, a int);
CREATE INDEX old_a ON old_name (a);
CREATE TABLE child (id INTEGER PRIMARY KEY, o int REFERENCES old_name (id));
ALTER TABLE old_name RENAME TO new_name;
CREATE TABLE gone (id int);
DROP TABLE gone;
CREATE TABLE __new (id INTEGER PRIMARY KEY, a int NOT NULL);
INSERT INTO __new SELECT id, a FROM new_name;
PRAGMA foreign_keys = OFF;
DROP TABLE new_name;
ALTER TABLE __new RENAME TO new_name;
INSERT INTO people (email, age) VALUES ('a', 1), ('b', 2), ('c', 3);
