-- case: not utf8mb4
-- finds: mysql-charset-collation-policy "users gets utf8mb3"
CREATE TABLE users (id bigint PRIMARY KEY) DEFAULT CHARSET=utf8;
-- finds: mysql-charset-collation-policy "orders gets latin1_swedish_ci"
ALTER TABLE orders MODIFY note varchar(20) COLLATE latin1_swedish_ci;
-- finds: mysql-charset-collation-policy
ALTER TABLE shops CONVERT TO CHARACTER SET latin1;

-- case: utf8mb4, and bytes
CREATE TABLE users (id bigint PRIMARY KEY, name varchar(20) CHARACTER SET binary) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
CREATE TABLE orders (id bigint PRIMARY KEY);

-- case: what was agreed on
-- option: mysql-charset-collation-policy charset = utf8mb4, ascii
-- option: mysql-charset-collation-policy collation = utf8mb4_bin, ascii_bin
CREATE TABLE users (id bigint PRIMARY KEY) DEFAULT CHARSET=ascii COLLATE=ascii_bin;
-- finds: mysql-charset-collation-policy "utf8mb4_unicode_ci"
CREATE TABLE orders (id bigint PRIMARY KEY) COLLATE=utf8mb4_unicode_ci;
