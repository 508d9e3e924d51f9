-- case: as the page shows it
-- finds: set-tablespace
ALTER TABLE measurements SET TABLESPACE fast;

-- case: the safer way
CREATE TABLE readings (id bigint PRIMARY KEY) TABLESPACE fast;
