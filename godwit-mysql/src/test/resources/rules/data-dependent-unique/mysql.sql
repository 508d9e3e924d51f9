-- case: rows may be equal
-- finds: data-dependent-unique "SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1"
ALTER TABLE users ADD UNIQUE KEY by_email (email);
-- finds: data-dependent-unique
CREATE UNIQUE INDEX by_phone ON users (phone);

-- case: the column comes with a value
-- finds: data-dependent-unique
ALTER TABLE users ADD COLUMN nick varchar(20) NOT NULL DEFAULT '', ADD UNIQUE KEY by_nick (nick);

-- case: the column is NULL in all rows, or the table is new
ALTER TABLE users ADD COLUMN nick varchar(20), ADD UNIQUE KEY by_nick (nick);
CREATE TABLE shops (id bigint PRIMARY KEY, name varchar(20));
ALTER TABLE shops ADD UNIQUE KEY by_name (name);
