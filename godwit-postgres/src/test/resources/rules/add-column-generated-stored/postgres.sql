-- case: as the page shows it
-- finds: add-column-generated-stored
ALTER TABLE lines ADD COLUMN total numeric GENERATED ALWAYS AS (price * pieces) STORED;

-- case: the safer way
ALTER TABLE lines ADD COLUMN total numeric GENERATED ALWAYS AS (price * pieces) VIRTUAL;

-- case: before 18 there is no virtual column
-- server: postgres:17
-- finds: add-column-generated-stored "trigger"
ALTER TABLE lines ADD COLUMN total numeric GENERATED ALWAYS AS (price * pieces) STORED;
