-- case: as the page shows it
-- finds: reserved-word
CREATE TABLE "user" (id bigint PRIMARY KEY);

-- case: the safer way
CREATE TABLE users (id bigint PRIMARY KEY);
