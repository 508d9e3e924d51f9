-- case: as the page shows it
-- finds: column-alignment
CREATE TABLE flags (a boolean, id bigint PRIMARY KEY, b boolean, at timestamptz);

-- case: the safer way
CREATE TABLE flags (id bigint PRIMARY KEY, at timestamptz, a boolean, b boolean);
