-- case: as the page shows it
-- finds: set-access-method
ALTER TABLE measurements SET ACCESS METHOD columnar;

-- case: the safer way
CREATE TABLE measurements_new (id bigint PRIMARY KEY, value numeric) USING heap;
