-- case: as the page shows it
-- finds: prefer-text
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(50));

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY, name text CHECK (length(name) <= 50));

-- case: without a limit
CREATE TABLE users (id bigint PRIMARY KEY, name varchar);
