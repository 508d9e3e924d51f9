-- case: as the page shows it
-- finds: attach-partition-scan
ALTER TABLE orders ATTACH PARTITION orders_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- case: the safer way
ALTER TABLE orders_2024 ALTER COLUMN day SET DEFAULT CURRENT_DATE;
ALTER TABLE orders_2024 ADD CONSTRAINT bound CHECK (day >= '2024-01-01' AND day < '2025-01-01') NOT VALID;
-- file: 2.sql
ALTER TABLE orders_2024 VALIDATE CONSTRAINT bound;

-- case: a check proves the bound
CREATE TABLE orders (id bigint, day date) PARTITION BY RANGE (day);
CREATE TABLE orders_2024 (id bigint, day date NOT NULL, CONSTRAINT bound CHECK (day >= '2024-01-01' AND day < '2025-01-01'));
-- file: 2.sql
ALTER TABLE orders ATTACH PARTITION orders_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');

-- case: the partition is new
CREATE TABLE orders_2024 (id bigint, day date NOT NULL);
ALTER TABLE orders ATTACH PARTITION orders_2024 FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
