-- case: as the page shows it
CREATE TABLE orders (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE orders_other PARTITION OF orders DEFAULT;
CREATE TABLE orders_2024 (id bigint, day date NOT NULL, CHECK (day >= '2024-01-01' AND day < '2025-01-01'));
-- file: 2.sql
-- finds: attach-partition-default-partition-scan
ALTER TABLE orders ATTACH PARTITION orders_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- case: the safer way
CREATE TABLE orders (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
CREATE TABLE orders_other PARTITION OF orders DEFAULT;
CREATE TABLE orders_2024 (id bigint, day date NOT NULL, CHECK (day >= '2024-01-01' AND day < '2025-01-01'));
-- file: 2.sql
ALTER TABLE orders_other ADD CONSTRAINT not_2024 CHECK (day < '2024-01-01' OR day >= '2025-01-01') NOT VALID;
-- file: 3.sql
ALTER TABLE orders_other VALIDATE CONSTRAINT not_2024;
