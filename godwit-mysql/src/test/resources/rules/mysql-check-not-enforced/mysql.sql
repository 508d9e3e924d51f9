-- case: it is only a note
-- finds: mysql-check-not-enforced "ALTER CHECK"
ALTER TABLE orders ADD CONSTRAINT paid CHECK (total > 0) NOT ENFORCED;

-- case: the last release that ignores checks
-- server: mysql:8.0.15
-- finds: mysql-check-not-enforced "before 8.0.16"
CREATE TABLE orders (id bigint PRIMARY KEY, total int CHECK (total > 0));

-- case: the first release that has them
-- server: mysql:8.0.16
CREATE TABLE orders (id bigint PRIMARY KEY, total int CHECK (total > 0));

-- case: a check
ALTER TABLE orders ADD CONSTRAINT paid CHECK (total > 0);
CREATE TABLE shops (id bigint PRIMARY KEY, size int, CHECK (size > 0) ENFORCED);
