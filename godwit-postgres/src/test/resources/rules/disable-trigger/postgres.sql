-- case: as the page shows it
-- finds: disable-trigger
ALTER TABLE orders DISABLE TRIGGER ALL;

-- case: the safer way
SET session_replication_role = 'replica';

-- case: switched on
ALTER TABLE orders ENABLE TRIGGER ALL;
