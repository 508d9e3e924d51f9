-- case: a trigger
-- finds: mysql-trigger-vs-osc "gh-ost refuses to change users"
CREATE TRIGGER users_seen BEFORE UPDATE ON users FOR EACH ROW SET NEW.seen = now();

-- case: none
DROP TRIGGER users_seen;
