-- case: as the page shows it
-- finds: drop-trigger
DROP TRIGGER orders_audit ON orders;

-- case: the safer way
CREATE OR REPLACE TRIGGER orders_audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit();

-- case: it is made again
DROP TRIGGER IF EXISTS orders_audit ON orders;
CREATE TRIGGER orders_audit AFTER INSERT ON orders FOR EACH ROW EXECUTE FUNCTION audit();
