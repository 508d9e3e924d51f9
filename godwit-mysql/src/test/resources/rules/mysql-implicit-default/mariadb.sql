-- case: values that nobody chose
-- finds: mysql-implicit-default "get 0 in level"
ALTER TABLE users ADD COLUMN level int NOT NULL;
-- finds: mysql-implicit-default "get 0000-00-00 in born"
ALTER TABLE users ADD COLUMN born date NOT NULL;

-- case: there is a value
ALTER TABLE users ADD COLUMN level int NOT NULL DEFAULT 1;
ALTER TABLE users ADD COLUMN IF NOT EXISTS phone varchar(20);
