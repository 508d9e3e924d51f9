-- case: as the page shows it
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id) ON DELETE CASCADE);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
-- finds: sqlite-rebuild-cascade-delete "deletes every row of orders that refers to it"
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: the safer way
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id) ON DELETE CASCADE);
-- file: 2.sql
-- transaction: none
PRAGMA foreign_keys = OFF;
BEGIN IMMEDIATE;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;

-- case: switched off too late
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id) ON DELETE SET NULL);
-- file: 2.sql
BEGIN;
-- finds: sqlite-fk-pragma-in-transaction
PRAGMA foreign_keys = OFF;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
-- finds: sqlite-rebuild-cascade-delete "empties the references of orders"
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;
COMMIT;

-- case: references that forbid it
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
PRAGMA foreign_keys = ON;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
-- finds: sqlite-rebuild-cascade-delete "fails as soon as a row of orders refers to it"
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: unless they are looked at when all is done
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);
CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id int REFERENCES users (id));
-- file: 2.sql
PRAGMA foreign_keys = ON;
PRAGMA defer_foreign_keys = ON;
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: nothing is known of the table
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
-- finds: sqlite-rebuild-cascade-delete "where the connection enforces foreign keys"
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: nothing refers to it but itself
CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, boss int REFERENCES users (id) ON DELETE CASCADE);
-- file: 2.sql
CREATE TABLE new_users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);
INSERT INTO new_users (id, email) SELECT id, email FROM users;
DROP TABLE users;
ALTER TABLE new_users RENAME TO users;

-- case: Prisma
CREATE TABLE "User" ("id" INTEGER NOT NULL PRIMARY KEY, "email" TEXT);
CREATE TABLE "Post" ("id" INTEGER NOT NULL PRIMARY KEY, "userId" INTEGER NOT NULL,
    CONSTRAINT "fk" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE);
-- file: 2.sql
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" ("id" INTEGER NOT NULL PRIMARY KEY, "email" TEXT NOT NULL);
INSERT INTO "new_User" ("email", "id") SELECT "email", "id" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
