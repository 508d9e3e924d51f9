-- case: as the page shows it
-- finds: naming-convention
CREATE TABLE "userNames" (id bigint PRIMARY KEY);

-- case: the safer way
CREATE TABLE user_names (id bigint PRIMARY KEY);

-- case: another pattern
-- option: naming-convention pattern = t_[a-z_]+|id
CREATE TABLE t_users (id bigint PRIMARY KEY);
-- finds: naming-convention "users"
CREATE TABLE users (id bigint PRIMARY KEY);
