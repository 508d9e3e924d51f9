-- case: from 10 on
-- server: postgres:10
CREATE INDEX CONCURRENTLY users_token ON users USING hash (token);
