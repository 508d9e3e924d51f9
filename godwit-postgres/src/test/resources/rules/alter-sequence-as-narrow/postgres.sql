-- case: as the page shows it
-- finds: alter-sequence-as-narrow
ALTER SEQUENCE orders_id_seq AS int;

-- case: the safer way
ALTER SEQUENCE orders_id_seq CACHE 20;

-- case: a wider type
ALTER SEQUENCE orders_id_seq AS bigint;
