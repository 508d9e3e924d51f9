-- case: words that no statement begins with
CREATE TABLE users (id bigint PRIMARY KEY);
-- finds: cannot-analyse "cannot tell what this does"
FROBNICATE users;

-- case: plain statements
ALTER TABLE users ADD COLUMN phone text;
UPDATE users SET phone = '' WHERE id = 1;
