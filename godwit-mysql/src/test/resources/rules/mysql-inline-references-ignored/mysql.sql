-- case: a new table
CREATE TABLE users (id bigint PRIMARY KEY);
-- finds: mysql-inline-references-ignored "ALTER TABLE orders ADD FOREIGN KEY (user_id) REFERENCES users (id)"
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users (id));

-- case: a new column
-- finds: mysql-inline-references-ignored "orders.user_id gets no foreign key"
ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users (id) ON DELETE CASCADE;

-- case: the newest line that ignores it
-- server: mysql:8.4
-- finds: mysql-inline-references-ignored
ALTER TABLE orders ADD COLUMN user_id bigint REFERENCES users (id);

-- case: the foreign key is said of the table
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL, FOREIGN KEY (user_id) REFERENCES users (id));

-- case: it is said twice
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint REFERENCES users (id), FOREIGN KEY (user_id) REFERENCES users (id));
