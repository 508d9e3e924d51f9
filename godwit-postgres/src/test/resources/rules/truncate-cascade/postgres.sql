-- case: as the page shows it
-- finds: truncate-cascade
TRUNCATE shops CASCADE;

-- case: the safer way
TRUNCATE visits, shops;
