-- case: as the page shows it
-- finds: vacuum-full-or-cluster
VACUUM FULL orders;

-- case: the safer way
VACUUM (ANALYZE) orders;

-- case: all tables
-- finds: vacuum-full-or-cluster "one table after another"
CLUSTER;

-- case: written as an option
-- finds: vacuum-full-or-cluster "orders"
VACUUM (FULL, VERBOSE) orders;
-- finds: vacuum-full-or-cluster "lines"
CLUSTER lines USING lines_pkey;
