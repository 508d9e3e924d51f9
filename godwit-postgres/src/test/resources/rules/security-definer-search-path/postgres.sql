-- case: as the page shows it
-- finds: security-definer-search-path
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS $$ SELECT count(*) FROM orders $$;

-- case: the safer way
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = shop, pg_temp AS $$ SELECT count(*) FROM orders $$;

-- case: with the caller's rights
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM orders $$;
