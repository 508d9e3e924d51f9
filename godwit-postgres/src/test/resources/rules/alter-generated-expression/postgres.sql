-- case: as the page shows it
CREATE TABLE lines (id bigint PRIMARY KEY, price numeric, total numeric GENERATED ALWAYS AS (price * 2) STORED);
-- file: 2.sql
-- finds: alter-generated-expression
ALTER TABLE lines ALTER COLUMN total SET EXPRESSION AS (price * 3);

-- case: the safer way
CREATE TABLE lines (id bigint PRIMARY KEY, price numeric, total numeric GENERATED ALWAYS AS (price * 2) STORED);
-- file: 2.sql
ALTER TABLE lines ADD COLUMN total_new numeric GENERATED ALWAYS AS (price * 3) VIRTUAL;

-- case: a virtual column
CREATE TABLE lines (id bigint PRIMARY KEY, price numeric, total numeric GENERATED ALWAYS AS (price * 2) VIRTUAL);
-- file: 2.sql
ALTER TABLE lines ALTER COLUMN total SET EXPRESSION AS (price * 3);
