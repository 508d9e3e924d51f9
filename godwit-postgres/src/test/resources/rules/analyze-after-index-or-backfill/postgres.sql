-- case: as the page shows it
-- finds: analyze-after-index-or-backfill
UPDATE orders SET paid = 0 WHERE paid IS NULL;

-- case: the safer way
UPDATE orders SET paid = 0 WHERE paid IS NULL;
ANALYZE orders;

-- case: an expression
-- finds: analyze-after-index-or-backfill "users"
CREATE INDEX CONCURRENTLY users_lower ON users (lower(email));
CREATE INDEX CONCURRENTLY users_email ON users (email);
