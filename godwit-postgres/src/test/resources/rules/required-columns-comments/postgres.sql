-- case: columns
-- option: required-columns-comments columns = created_at, updated_at
-- finds: required-columns-comments "updated_at"
CREATE TABLE orders (id bigint PRIMARY KEY, created_at timestamptz);
CREATE TABLE lines (id bigint PRIMARY KEY, created_at timestamptz, updated_at timestamptz);

-- case: a comment
-- option: required-columns-comments comment = true
-- finds: required-columns-comments "comment"
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE TABLE lines (id bigint PRIMARY KEY);
COMMENT ON TABLE lines IS 'what an order holds';

-- case: nothing is asked for
CREATE TABLE orders (id bigint PRIMARY KEY);
