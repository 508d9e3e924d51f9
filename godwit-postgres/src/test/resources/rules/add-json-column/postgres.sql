-- case: as the page shows it
-- finds: add-json-column
ALTER TABLE users ADD COLUMN settings json;

-- case: the safer way
ALTER TABLE users ADD COLUMN settings jsonb;

-- case: the table is new
CREATE TABLE documents (id bigint PRIMARY KEY, body json);
