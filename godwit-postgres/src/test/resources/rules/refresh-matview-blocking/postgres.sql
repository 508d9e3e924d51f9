-- case: as the page shows it
-- finds: refresh-matview-blocking
REFRESH MATERIALIZED VIEW sales;

-- case: the safer way
REFRESH MATERIALIZED VIEW CONCURRENTLY sales;

-- case: the view is new
CREATE MATERIALIZED VIEW sales AS SELECT 1 AS one WITH NO DATA;
REFRESH MATERIALIZED VIEW sales;
