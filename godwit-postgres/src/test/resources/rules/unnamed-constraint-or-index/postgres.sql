-- case: as the page shows it
-- finds: unnamed-constraint-or-index
ALTER TABLE orders ADD CHECK (paid >= 0) NOT VALID;

-- case: the safer way
ALTER TABLE orders ADD CONSTRAINT paid_positive CHECK (paid >= 0) NOT VALID;

-- case: an index
-- finds: unnamed-constraint-or-index
CREATE INDEX CONCURRENTLY ON orders (paid);
