-- The schema on which every form of postgres-forms.sql is run. Every table has rows, since a scan of nothing cannot be seen.
CREATE TABLE parent (id bigint PRIMARY KEY, code text UNIQUE);
INSERT INTO parent SELECT g, 'c' || g FROM generate_series(1, 2000) g;
CREATE TABLE t (
    id bigint PRIMARY KEY,
    a int,
    b int NOT NULL DEFAULT 0,
    n numeric(10, 2),
    v varchar(50),
    tx text,
    c char(10),
    e_id bigint
);
INSERT INTO t SELECT g, g, g, g * 1.5, 'v' || g, 't' || g, 'c', g FROM generate_series(1, 2000) g;
CREATE INDEX t_v_idx ON t (v);
CREATE INDEX t_tx_idx ON t (tx);
CREATE INDEX t_a_idx ON t (a);
ALTER TABLE t ADD CONSTRAINT t_chk_nv CHECK (a > 0) NOT VALID;
ALTER TABLE t ADD CONSTRAINT t_fk_nv FOREIGN KEY (e_id) REFERENCES parent (id) NOT VALID;
CREATE TABLE u (id bigint PRIMARY KEY, a int, x text, r bigint REFERENCES parent (id));
INSERT INTO u SELECT g, g, 'x', g FROM generate_series(1, 2000) g;
ALTER TABLE u ADD CONSTRAINT u_a_nn CHECK (a IS NOT NULL);
CREATE UNIQUE INDEX u_a_uq ON u (a);
CREATE UNIQUE INDEX u_x_part ON u (id) WHERE x = 'x';
CREATE VIEW vw AS SELECT id, a, tx FROM t;
CREATE VIEW vw_on_vw AS SELECT id FROM vw;
CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE SEQUENCE sq;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
CREATE PUBLICATION pub FOR TABLE t;
CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'select $1 * 2';

-- Types.
CREATE TYPE en AS ENUM ('a', 'b', 'c');
CREATE TYPE en_swap AS ENUM ('a', 'b');
CREATE TABLE te (id int, e en, d text);
INSERT INTO te SELECT g, 'a', 'd' FROM generate_series(1, 2000) g;
CREATE DOMAIN dom AS int;
CREATE DOMAIN dom_checked AS int CHECK (VALUE > 0);
CREATE DOMAIN dom_not_null AS int NOT NULL;
CREATE DOMAIN dom_text AS text;
CREATE DOMAIN dom_not_valid AS int;
ALTER DOMAIN dom_not_valid ADD CONSTRAINT dom_not_valid_check CHECK (VALUE > 0) NOT VALID;
CREATE TABLE td (id int, d dom, nv dom_not_valid);
INSERT INTO td SELECT g, g, g FROM generate_series(1, 2000) g;
CREATE TYPE pair AS (x int, y int);
CREATE TYPE pair_in_use AS (x int, y int);
CREATE TABLE tc (id int, p pair_in_use);
INSERT INTO tc SELECT g, (g, g)::pair_in_use FROM generate_series(1, 2000) g;
CREATE TYPE row_type AS (id int, a int);
CREATE TABLE untyped (id int, a int);
INSERT INTO untyped SELECT g, g FROM generate_series(1, 2000) g;
CREATE TABLE typed OF row_type;
INSERT INTO typed SELECT g, g FROM generate_series(1, 2000) g;

-- One column of each type that forms change, on a table that nothing else hangs on.
CREATE TABLE w (
    id int NOT NULL,
    si smallint,
    i int,
    bi bigint,
    n numeric(10, 2),
    nu numeric,
    r real,
    dp double precision,
    v varchar(50),
    vu varchar,
    tx text,
    c char(10),
    nm name,
    ts timestamp,
    ts3 timestamp(3),
    tz timestamptz,
    tz3 timestamptz(3),
    dt date,
    tm time,
    tm3 time(3),
    iv interval(3),
    ivy interval year,
    bt bit(3),
    vb varbit(10),
    vbu varbit,
    ci cidr,
    ine inet,
    j json,
    jb jsonb,
    x xml,
    u uuid,
    by bytea,
    bo boolean,
    ar int[],
    ta text[],
    va varchar(20)[],
    o oid,
    d dom,
    dc dom_checked,
    dtx dom_text,
    e en,
    m money
);
INSERT INTO w
SELECT g, g, g, g, g, g, g, g, 'v' || g, 'v' || g, 't' || g, 'c' || g, 'n' || g, '2020-01-01', '2020-01-01', '2020-01-01', '2020-01-01',
    '2020-01-01', '10:00', '10:00', '1 day', '1 year', B'101', B'101', B'101', '10.0.0.0/8', '10.0.0.1', '1', '1', NULL,
    '00000000-0000-0000-0000-000000000000', 'x', true, ARRAY[g], ARRAY['x'], ARRAY['x'], g, g, g, 'x', 'a', 1
FROM generate_series(1, 2000) g;

-- Columns in indexes, constraints, foreign keys and generated columns.
CREATE TABLE x (
    id int PRIMARY KEY,
    vi varchar(50),
    ve varchar(50),
    vp varchar(50),
    vk varchar(50),
    vk_nv varchar(50) DEFAULT 'k',
    vs varchar(50),
    vt varchar(50),
    vq varchar(50) CONSTRAINT x_vq_key UNIQUE,
    vg varchar(50),
    gen varchar(60) GENERATED ALWAYS AS (vg || 'x') STORED,
    ii int,
    n numeric(10, 2) CONSTRAINT x_n_check CHECK (n > 0)
);
INSERT INTO x (id, vi, ve, vp, vk, vs, vt, vq, vg, ii, n)
SELECT g, 'i', 'e', 'p', 'k', 's', 't', 'q' || g, 'g', g, g FROM generate_series(1, 2000) g;
CREATE INDEX x_vi_idx ON x (vi);
CREATE INDEX x_ve_idx ON x (lower(ve));
CREATE INDEX x_vp_idx ON x (id) WHERE vp = 'p';
CREATE INDEX x_ii_idx ON x (ii);
ALTER TABLE x ADD CONSTRAINT x_vk_check CHECK (vk <> '');
ALTER TABLE x ADD CONSTRAINT x_vk_nv_check CHECK (vk_nv <> '') NOT VALID;
CREATE STATISTICS x_vs_st (dependencies) ON vs, id FROM x;
CREATE FUNCTION x_f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
CREATE TRIGGER x_vt_trigger BEFORE UPDATE OF vt ON x FOR EACH ROW EXECUTE FUNCTION x_f();
-- Indexes that are kept or built anew when the type changes.
CREATE TABLE xi (i int, ts timestamp, ci cidr, c char(10), n numeric(10, 2), v varchar(50), d dom, va varchar(20)[], e en);
INSERT INTO xi SELECT g, '2020-01-01', '10.0.0.0/8', 'c', g, 'v', g, ARRAY['x'], 'a' FROM generate_series(1, 2000) g;
CREATE INDEX xi_i ON xi (i);
CREATE INDEX xi_ts ON xi (ts);
CREATE INDEX xi_ci ON xi (ci);
CREATE INDEX xi_c ON xi (c);
CREATE INDEX xi_n ON xi (n);
CREATE INDEX xi_v_pattern ON xi (v text_pattern_ops);
CREATE INDEX xi_v_collated ON xi (v COLLATE "C");
CREATE INDEX xi_v_carried ON xi (i) INCLUDE (v);
CREATE INDEX xi_d ON xi (d);
CREATE TABLE fk_to (id int PRIMARY KEY, code varchar(50) UNIQUE);
INSERT INTO fk_to SELECT g, 'c' || g FROM generate_series(1, 2000) g;
CREATE TABLE fk_from (
    id int PRIMARY KEY,
    to_id int CONSTRAINT fk_from_to_id REFERENCES fk_to (id),
    to_code varchar(50) CONSTRAINT fk_from_to_code REFERENCES fk_to (code),
    self int CONSTRAINT fk_from_self REFERENCES fk_from (id)
);
INSERT INTO fk_from SELECT g, g, 'c' || g, g FROM generate_series(1, 2000) g;

-- Proofs that a column is not null, and near misses.
CREATE TABLE proof (id int NOT NULL, a int, b int, c int, d int, e int, g int);
INSERT INTO proof SELECT g, g, g, g, g, g, g FROM generate_series(1, 2000) g;
ALTER TABLE proof ADD CONSTRAINT a_present CHECK (a IS NOT NULL);
ALTER TABLE proof ADD CONSTRAINT b_present CHECK (b IS NOT NULL) NOT VALID;
ALTER TABLE proof ADD CONSTRAINT c_and_d CHECK (c IS NOT NULL AND d IS NOT NULL);
ALTER TABLE proof ADD CONSTRAINT e_positive CHECK (e > 0);
ALTER TABLE proof ADD CONSTRAINT g_or_zero CHECK (g IS NOT NULL OR id = 0);
CREATE UNIQUE INDEX proof_a_key ON proof (a);
CREATE UNIQUE INDEX proof_e_key ON proof (e);
CREATE UNIQUE INDEX proof_id_key ON proof (id);

-- Inheritance.
CREATE TABLE inh_p (id bigint, a int, CONSTRAINT inh_p_a CHECK (a > 0));
INSERT INTO inh_p SELECT g, g FROM generate_series(1, 2000) g;
CREATE TABLE inh_c (extra int) INHERITS (inh_p);
INSERT INTO inh_c SELECT g, g, g FROM generate_series(1, 2000) g;
CREATE TABLE inh_free (id bigint, a int, CONSTRAINT inh_p_a CHECK (a > 0));
INSERT INTO inh_free SELECT g, g FROM generate_series(1, 2000) g;

-- Partitions: plain ones, with a default partition, and in two levels.
CREATE TABLE pt (id bigint NOT NULL, d date NOT NULL, x int) PARTITION BY RANGE (d);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE pt2 PARTITION OF pt FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
INSERT INTO pt SELECT g, '2020-06-01', g FROM generate_series(1, 2000) g;
INSERT INTO pt SELECT g, '2021-06-01', g FROM generate_series(1, 2000) g;
CREATE INDEX pt_x ON pt (x);
CREATE TABLE p0 (id bigint NOT NULL, d date NOT NULL, x int) PARTITION BY RANGE (d);
CREATE TABLE p01 PARTITION OF p0 FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO p0 SELECT g, '2020-06-01', g FROM generate_series(1, 2000) g;
CREATE TABLE pd (id bigint NOT NULL, d date NOT NULL, x int) PARTITION BY RANGE (d);
CREATE TABLE pd1 PARTITION OF pd FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE pd_rest PARTITION OF pd DEFAULT;
INSERT INTO pd SELECT g, '2020-06-01', g FROM generate_series(1, 2000) g;
INSERT INTO pd SELECT g, '2030-06-01', g FROM generate_series(1, 2000) g;
CREATE TABLE pnew (id bigint NOT NULL, d date NOT NULL, x int);
INSERT INTO pnew SELECT g, '2022-06-01', g FROM generate_series(1, 2000) g;
CREATE TABLE pnew_chk (
    id bigint NOT NULL,
    d date NOT NULL,
    x int,
    CONSTRAINT pnew_c CHECK (d >= '2022-01-01' AND d < '2023-01-01')
);
INSERT INTO pnew_chk SELECT g, '2022-06-01', g FROM generate_series(1, 2000) g;
CREATE INDEX pnew_chk_x ON pnew_chk (x);
CREATE TABLE pg (id bigint NOT NULL, d date NOT NULL) PARTITION BY RANGE (d);
CREATE TABLE pg1 PARTITION OF pg FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO pg SELECT g, '2020-06-01' FROM generate_series(1, 2000) g;
CREATE TRIGGER pg_trigger AFTER UPDATE ON pg FOR EACH ROW EXECUTE FUNCTION f();
CREATE TABLE ps (id bigint NOT NULL, d date NOT NULL, region text NOT NULL, x int) PARTITION BY RANGE (d);
CREATE TABLE ps1 PARTITION OF ps FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') PARTITION BY LIST (region);
CREATE TABLE ps1_eu PARTITION OF ps1 FOR VALUES IN ('eu');
CREATE TABLE ps1_us PARTITION OF ps1 FOR VALUES IN ('us');
CREATE TABLE ps2 PARTITION OF ps FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
INSERT INTO ps SELECT g, '2020-06-01', 'eu', g FROM generate_series(1, 2000) g;
INSERT INTO ps SELECT g, '2020-06-01', 'us', g FROM generate_series(1, 2000) g;
INSERT INTO ps SELECT g, '2021-06-01', 'us', g FROM generate_series(1, 2000) g;

-- Foreign keys from, to and between partitioned tables.
CREATE TABLE pc (id bigint PRIMARY KEY, x int) PARTITION BY HASH (id);
CREATE TABLE pc0 PARTITION OF pc FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE pc1 PARTITION OF pc FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO pc SELECT g, g FROM generate_series(1, 4000) g;
CREATE TABLE po (id bigint, d date NOT NULL, c_id bigint CONSTRAINT po_c_id REFERENCES pc (id)) PARTITION BY RANGE (d);
CREATE TABLE po1 PARTITION OF po FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
INSERT INTO po SELECT g, '2020-06-01', g FROM generate_series(1, 2000) g;
CREATE TABLE pl (id bigint PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE pl1 PARTITION OF pl FOR VALUES FROM (1) TO (10001);
INSERT INTO pl SELECT g FROM generate_series(1, 2000) g;
CREATE TABLE pl2 PARTITION OF pl FOR VALUES FROM (30001) TO (40001);
INSERT INTO pl SELECT g FROM generate_series(30001, 32000) g;
CREATE TABLE pl_from (id bigint REFERENCES pl (id));
INSERT INTO pl_from SELECT g FROM generate_series(1, 2000) g;
CREATE TABLE pl_new (id bigint NOT NULL);
INSERT INTO pl_new SELECT g FROM generate_series(10001, 12000) g;
CREATE TABLE pfree (id bigint, d date, c_id bigint);
INSERT INTO pfree SELECT g, '2022-06-01', g FROM generate_series(1, 2000) g;

-- What else a table may have.
CREATE UNLOGGED TABLE ul (id int PRIMARY KEY, x text);
INSERT INTO ul SELECT g, 'x' FROM generate_series(1, 2000) g;
CREATE TABLE ident (id bigint GENERATED BY DEFAULT AS IDENTITY, s serial, x int);
INSERT INTO ident (x) SELECT g FROM generate_series(1, 2000) g;
CREATE TABLE gen (id int PRIMARY KEY, a int, g int GENERATED ALWAYS AS (a + 1) STORED, n int);
INSERT INTO gen (id, a, n) SELECT g, g, g FROM generate_series(1, 2000) g;
CREATE TABLE rls (id int PRIMARY KEY, owner text);
INSERT INTO rls SELECT g, 'x' FROM generate_series(1, 2000) g;
CREATE POLICY rls_policy ON rls USING (owner = current_user);
CREATE TABLE ruled (id int, x int);
INSERT INTO ruled SELECT g, g FROM generate_series(1, 2000) g;
CREATE RULE ruled_rule AS ON DELETE TO ruled DO INSTEAD NOTHING;
CREATE TABLE excl (id int, kind int4range, during tsrange, CONSTRAINT excl_during EXCLUDE USING gist (during WITH &&));
INSERT INTO excl SELECT g, int4range(g, g + 1), tsrange(timestamp '2020-01-01' + g * interval '1 hour', timestamp '2020-01-01' + (g + 1) * interval '1 hour')
FROM generate_series(1, 2000) g;
CREATE STATISTICS st_u (dependencies) ON a, x FROM u;
CREATE TABLE clus (id int, x int);
INSERT INTO clus SELECT g, g FROM generate_series(1, 2000) g;
CREATE INDEX clus_x ON clus (x);
ALTER TABLE clus CLUSTER ON clus_x;
CREATE SCHEMA s1;
CREATE TABLE s1.st (id int PRIMARY KEY, x int);
INSERT INTO s1.st SELECT g, g FROM generate_series(1, 2000) g;
CREATE VIEW s1.sv AS SELECT id FROM s1.st;
CREATE SCHEMA s2;
CREATE FOREIGN DATA WRAPPER wrapper;
CREATE SERVER far FOREIGN DATA WRAPPER wrapper;
CREATE FOREIGN TABLE ft (id int, x int) SERVER far;
ANALYZE;
