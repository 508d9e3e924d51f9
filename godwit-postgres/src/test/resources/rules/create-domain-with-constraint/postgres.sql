-- case: as the page shows it
-- finds: create-domain-with-constraint
CREATE DOMAIN positive AS int CHECK (VALUE > 0);

-- case: the safer way
CREATE DOMAIN amount AS int;
CREATE TABLE lines (id bigint PRIMARY KEY, pieces int CHECK (pieces > 0));
