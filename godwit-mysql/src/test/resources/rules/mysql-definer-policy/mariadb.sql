-- case: an account
-- finds: mysql-definer-policy "error 1449"
CREATE DEFINER = 'root'@'localhost' VIEW v AS SELECT id FROM users;
-- finds: mysql-definer-policy
CREATE DEFINER=`app`@`%` PROCEDURE tidy() SQL SECURITY DEFINER DELETE FROM logs WHERE id < 5;
-- finds: mysql-definer-policy
CREATE DEFINER = root@localhost TRIGGER users_seen BEFORE UPDATE ON users FOR EACH ROW SET NEW.seen = now();

-- case: nobody in particular
CREATE VIEW v AS SELECT id FROM users;
CREATE DEFINER = CURRENT_USER SQL SECURITY INVOKER VIEW w AS SELECT id FROM users;
CREATE TRIGGER users_seen BEFORE UPDATE ON users FOR EACH ROW SET NEW.seen = now();
CREATE PROCEDURE tidy() SQL SECURITY INVOKER DELETE FROM logs WHERE id < 5;
