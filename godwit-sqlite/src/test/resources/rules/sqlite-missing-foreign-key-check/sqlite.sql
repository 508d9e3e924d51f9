-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int);
-- file: 2.sql
-- transaction: none
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE new_orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
INSERT INTO new_orders (id, user_id) SELECT id, user_id FROM orders;
DROP TABLE orders;
-- finds: sqlite-missing-foreign-key-check "refers to users in a way that the old one did not"
ALTER TABLE new_orders RENAME TO orders;
COMMIT;
PRAGMA foreign_keys = ON;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int);
-- file: 2.sql
-- transaction: none
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE new_orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
INSERT INTO new_orders (id, user_id) SELECT id, user_id FROM orders;
DROP TABLE orders;
ALTER TABLE new_orders RENAME TO orders;
PRAGMA foreign_key_check(orders);
COMMIT;
PRAGMA foreign_keys = ON;

-- case: rows that others refer to are left behind
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
PRAGMA foreign_keys = OFF;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users WHERE email IS NOT NULL;
DROP TABLE users;
-- finds: sqlite-missing-foreign-key-check "left behind"
ALTER TABLE new_users RENAME TO users;
PRAGMA foreign_keys = ON;

-- case: written by hand, and nothing is known of the table
PRAGMA foreign_keys = OFF;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
-- finds: sqlite-missing-foreign-key-check "other tables may refer"
ALTER TABLE new_users RENAME TO users;
PRAGMA foreign_keys = ON;

-- case: nothing refers anywhere
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
-- file: 2.sql
PRAGMA foreign_keys = OFF;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
PRAGMA foreign_keys = ON;

-- case: Drizzle copies all rows with all their keys
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
PRAGMA foreign_keys=OFF;
CREATE TABLE `__new_orders` (`id` integer PRIMARY KEY NOT NULL, `user_id` integer NOT NULL, FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action);
INSERT INTO `__new_orders`("id", "user_id") SELECT "id", "user_id" FROM `orders`;
DROP TABLE `orders`;
ALTER TABLE `__new_orders` RENAME TO `orders`;
PRAGMA foreign_keys=ON;

-- case: foreign keys are not switched off
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int);
-- file: 2.sql
CREATE TABLE new_orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
INSERT INTO new_orders (id, user_id) SELECT id, user_id FROM orders;
DROP TABLE orders;
ALTER TABLE new_orders RENAME TO orders;
