-- case: as the page shows it
-- finds: create-enum
CREATE TYPE mood AS ENUM ('sad', 'glad');

-- case: the safer way
CREATE TABLE moods (name text PRIMARY KEY);
