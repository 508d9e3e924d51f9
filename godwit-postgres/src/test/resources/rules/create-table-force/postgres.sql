-- case: as the page shows it
-- finds: create-table-force
DROP TABLE IF EXISTS shops;
CREATE TABLE shops (id bigint PRIMARY KEY);

-- case: the safer way
CREATE TABLE shops (id bigint PRIMARY KEY);

-- case: another table is made
DROP TABLE IF EXISTS shops;
CREATE TABLE stores (id bigint PRIMARY KEY);
