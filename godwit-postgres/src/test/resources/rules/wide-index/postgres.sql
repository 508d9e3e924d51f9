-- case: as the page shows it
-- finds: wide-index
CREATE INDEX CONCURRENTLY orders_all ON orders (a, b, c, d, e);

-- case: the safer way
CREATE INDEX CONCURRENTLY orders_ab ON orders (a, b);

-- case: another number
-- option: wide-index columns = 6
CREATE INDEX CONCURRENTLY orders_all ON orders (a, b, c, d, e);
