-- case: as the page shows it
-- finds: grant-widening
GRANT ALL ON orders TO app;

-- case: the safer way
GRANT SELECT, INSERT, UPDATE ON orders TO app;

-- case: to all, and on all
-- finds: grant-widening "every role"
GRANT SELECT ON orders TO PUBLIC;
-- finds: grant-widening "every object"
GRANT SELECT ON ALL TABLES IN SCHEMA shop TO app;
REVOKE ALL ON orders FROM PUBLIC;
