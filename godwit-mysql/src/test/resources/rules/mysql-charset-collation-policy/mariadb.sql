-- case: not utf8mb4
-- finds: mysql-charset-collation-policy "users gets utf8mb3"
CREATE TABLE users (id bigint PRIMARY KEY) DEFAULT CHARSET=utf8;

-- case: utf8mb4
CREATE TABLE users (id bigint PRIMARY KEY) DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_ai_ci;
