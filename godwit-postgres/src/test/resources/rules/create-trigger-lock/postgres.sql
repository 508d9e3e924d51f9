-- case: as the page shows it
-- finds: create-trigger-lock
CREATE TRIGGER orders_audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit();

-- case: the safer way
SET lock_timeout = '1s';

-- case: the table is new
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TRIGGER orders_audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit();

-- case: a trigger of a view
CREATE TRIGGER orders_write INSTEAD OF INSERT ON open_orders FOR EACH ROW EXECUTE FUNCTION write_order();
