-- case: as the page shows it
-- finds: drop-schema
DROP SCHEMA billing CASCADE;

-- case: the safer way
-- godwit:allow drop-schema -- empty by now
DROP SCHEMA billing RESTRICT;

-- case: the schema is new
CREATE SCHEMA scratch;
DROP SCHEMA scratch;
