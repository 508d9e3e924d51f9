CREATE TABLE people (
    id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email varchar(100) NOT NULL UNIQUE,
    age int CHECK (age > 0),
    mood enum('sad', 'ok', 'happy') DEFAULT 'ok',
    amount decimal(10, 2) DEFAULT 0.00,
    tiny tinyint(1) NOT NULL DEFAULT 1,
    born timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
    small smallint,
    words set('a', 'b'),
    body text,
    doc json,
    raw varbinary(16),
    doubled int AS (age * 2) VIRTUAL,
    kept int GENERATED ALWAYS AS (age + 1) STORED,
    commented int COMMENT 'hello',
    CHECK (age <> small),
    CONSTRAINT zebra CHECK (tiny <> 99),
    CONSTRAINT named CHECK (email <> ''),
    UNIQUE (age, small),
    KEY (small),
    KEY small_too (small, age DESC),
    FULLTEXT KEY (body),
    INDEX prefixed (body(10))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
CREATE TABLE invoices (
    id int NOT NULL AUTO_INCREMENT,
    person_id bigint unsigned,
    payer bigint unsigned,
    a int, b smallint,
    PRIMARY KEY (id),
    FOREIGN KEY (person_id) REFERENCES people (id),
    CONSTRAINT own FOREIGN KEY (payer) REFERENCES people (id) ON DELETE SET NULL ON UPDATE CASCADE,
    FOREIGN KEY (a, b) REFERENCES people (age, small) ON DELETE CASCADE
);
CREATE INDEX ab ON invoices (a, b);
CREATE UNIQUE INDEX ba ON invoices (b, a);
ALTER TABLE invoices ADD COLUMN parent int, ADD FOREIGN KEY (parent) REFERENCES invoices (id);
ALTER TABLE invoices ADD CHECK (a > 0);
ALTER TABLE invoices ADD CONSTRAINT CHECK (b > 0);
ALTER TABLE invoices ADD UNIQUE (parent);
ALTER TABLE people ADD COLUMN added int NOT NULL DEFAULT 7, ADD INDEX (added), ADD UNIQUE INDEX (added);
ALTER TABLE people ADD COLUMN first_one int FIRST, ADD COLUMN behind int AFTER email;
ALTER TABLE people MODIFY COLUMN tiny bigint NOT NULL DEFAULT 3;
ALTER TABLE people CHANGE COLUMN raw raw_data varbinary(32) NOT NULL;
ALTER TABLE people ALTER COLUMN small SET DEFAULT 5;
ALTER TABLE people DROP COLUMN first_one;
ALTER TABLE people RENAME INDEX small_too TO small_also;
CREATE TABLE serials (id serial, name varchar(10));
CREATE TABLE copies LIKE people;
CREATE TABLE selected AS SELECT id, email FROM people;
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (YEAR(at)) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN MAXVALUE);
CREATE VIEW grown AS SELECT id, email FROM people WHERE age > 17;
CREATE VIEW twice (x, y) AS SELECT g.id, i.a FROM grown g JOIN invoices i ON i.person_id = g.id;
CREATE TRIGGER people_touch BEFORE INSERT ON people FOR EACH ROW SET NEW.age = NEW.age;
CREATE TRIGGER people_after AFTER DELETE ON people FOR EACH ROW DELETE FROM serials WHERE id = OLD.id;
CREATE TABLE old_name (id int PRIMARY KEY, a int, b bigint unsigned, CHECK (a > 1), FOREIGN KEY (b) REFERENCES people (id));
ALTER TABLE old_name RENAME TO new_name;
ALTER TABLE new_name ADD FOREIGN KEY (b) REFERENCES people (id), ADD CHECK (a > 2);
CREATE TABLE second_name (id int PRIMARY KEY, new_id int, FOREIGN KEY (new_id) REFERENCES new_name (id));
RENAME TABLE new_name TO third_name;
CREATE TABLE gone (id int);
DROP TABLE gone;
ALTER TABLE invoices DROP INDEX ba;
INSERT INTO people (email, age, small, raw_data, added) VALUES ('a', 1, 2, '', 1), ('b', 2, 3, '', 2), ('c', 3, 4, '', 3);
ANALYZE TABLE people;
CREATE SEQUENCE numbers START WITH 5;
ALTER TABLE people RENAME COLUMN behind TO after_email;
ALTER TABLE invoices DROP CONSTRAINT CONSTRAINT_1;
ALTER TABLE invoices ADD CHECK (a < 1000);
CREATE TABLE inline_references (id int PRIMARY KEY, p bigint unsigned REFERENCES people (id));
CREATE OR REPLACE TABLE replaced (id int PRIMARY KEY, u uuid, i inet6);
