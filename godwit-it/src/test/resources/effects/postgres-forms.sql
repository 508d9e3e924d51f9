-- Every form of statement whose effect is predicted and then looked at on real servers. "-- form ID" begins one; its last statement
-- is the one that is looked at, those before it prepare the ground. "since 18" says from which version on the preparation can be run;
-- the statement itself is run on every version, for a refusal is an effect, too. "-- ## Title" begins a group.

-- ## Adding columns

-- form add-column-nullable
ALTER TABLE t ADD COLUMN z int;
-- form add-column-const-default
ALTER TABLE t ADD COLUMN z int DEFAULT 5;
-- form add-column-const-default-not-null
ALTER TABLE t ADD COLUMN z int NOT NULL DEFAULT 5;
-- form add-column-default-null
ALTER TABLE t ADD COLUMN z int DEFAULT NULL;
-- form add-column-default-expression
ALTER TABLE t ADD COLUMN z text DEFAULT lower('X' || 'y');
-- form add-column-default-array
ALTER TABLE t ADD COLUMN z text[] NOT NULL DEFAULT '{}';
-- form add-column-default-cast
ALTER TABLE t ADD COLUMN z jsonb NOT NULL DEFAULT '{}'::jsonb;
-- form add-column-stable-default-now
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT now();
-- form add-column-stable-default-current-timestamp
ALTER TABLE t ADD COLUMN z timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP;
-- form add-column-immutable-own-function
ALTER TABLE t ADD COLUMN z int DEFAULT twice(4);
-- form add-column-volatile-default-random
ALTER TABLE t ADD COLUMN z double precision DEFAULT random();
-- form add-column-volatile-default-nested
ALTER TABLE t ADD COLUMN z int DEFAULT (random() * 100)::int + 1;
-- form add-column-volatile-default-clock
ALTER TABLE t ADD COLUMN z timestamptz DEFAULT clock_timestamp();
-- form add-column-volatile-default-timeofday
ALTER TABLE t ADD COLUMN z text DEFAULT timeofday();
-- form add-column-volatile-default-nextval
ALTER TABLE t ADD COLUMN z bigint DEFAULT nextval('sq');
-- form add-column-gen-random-uuid
ALTER TABLE t ADD COLUMN z uuid DEFAULT gen_random_uuid();
-- form add-column-default-uuidv7
ALTER TABLE t ADD COLUMN z uuid DEFAULT uuidv7();
-- form add-column-serial
ALTER TABLE t ADD COLUMN z bigserial;
-- form add-column-identity
ALTER TABLE t ADD COLUMN z bigint GENERATED ALWAYS AS IDENTITY;
-- form add-column-generated-stored
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (a + 1) STORED;
-- form add-column-generated-virtual
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (a + 1) VIRTUAL;
-- form add-column-virtual-not-null
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (id + 1) VIRTUAL NOT NULL;
-- form add-column-virtual-with-check
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (id + 1) VIRTUAL CHECK (z > 0);
-- form add-column-virtual-and-check
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (id + 1) VIRTUAL, ADD CHECK (z > 0);
-- form add-column-generated-by-default-kind
ALTER TABLE t ADD COLUMN z int GENERATED ALWAYS AS (a + 1);
-- form add-column-not-null-no-default
ALTER TABLE t ADD COLUMN z int NOT NULL;
-- form add-column-with-check
ALTER TABLE t ADD COLUMN z int CHECK (z > 0);
-- form add-column-default-with-check
ALTER TABLE t ADD COLUMN z int DEFAULT 5 CHECK (z > 0);
-- form add-column-with-fk
ALTER TABLE t ADD COLUMN z bigint REFERENCES parent (id);
-- form add-column-with-fk-default
ALTER TABLE t ADD COLUMN z bigint DEFAULT 1 REFERENCES parent (id);
-- form add-column-with-fk-to-itself
ALTER TABLE t ADD COLUMN z bigint REFERENCES t (id);
-- form add-column-unique
ALTER TABLE t ADD COLUMN z int UNIQUE;
-- form add-column-primary-key
ALTER TABLE pnew ADD COLUMN z bigserial PRIMARY KEY;
-- form add-column-primary-key-without-values
ALTER TABLE pnew ADD COLUMN z int PRIMARY KEY;
-- form add-column-domain
ALTER TABLE t ADD COLUMN z dom;
-- form add-column-domain-constrained
ALTER TABLE t ADD COLUMN z dom_checked;
-- form add-column-domain-constrained-default
ALTER TABLE t ADD COLUMN z dom_checked DEFAULT 5;
-- form add-column-domain-not-null-default
ALTER TABLE t ADD COLUMN z dom_not_null DEFAULT 5;
-- form add-column-enum-default
ALTER TABLE t ADD COLUMN z en NOT NULL DEFAULT 'a';
-- form add-column-if-not-exists-existing
ALTER TABLE t ADD COLUMN IF NOT EXISTS a int;
-- form add-column-existing
ALTER TABLE t ADD COLUMN a int;
-- form add-column-missing-table
ALTER TABLE missing ADD COLUMN a int;
-- form add-column-if-exists-missing-table
ALTER TABLE IF EXISTS missing ADD COLUMN a int;
-- form add-column-typed-table
ALTER TABLE typed ADD COLUMN z int;
-- form add-column-partitioned-parent
ALTER TABLE pt ADD COLUMN z int;
-- form add-column-partitioned-volatile
ALTER TABLE ps ADD COLUMN z uuid DEFAULT gen_random_uuid();
-- form add-column-partition
ALTER TABLE pt1 ADD COLUMN z int;
-- form add-column-inheritance-parent
ALTER TABLE inh_p ADD COLUMN z int DEFAULT 1;
-- form add-column-only-inheritance-parent
ALTER TABLE ONLY inh_p ADD COLUMN z int;
-- form add-column-inheritance-child
ALTER TABLE inh_c ADD COLUMN z int;
-- form add-column-foreign-table
ALTER FOREIGN TABLE ft ADD COLUMN z int;
-- form add-two-columns
ALTER TABLE t ADD COLUMN y int, ADD COLUMN z int DEFAULT 1;
-- form add-column-and-check
ALTER TABLE t ADD COLUMN z int, ADD CONSTRAINT z_check CHECK (z > 0);
-- form add-check-and-column
ALTER TABLE t ADD CONSTRAINT z_check CHECK (z > 0), ADD COLUMN z int;
-- form add-column-and-set-not-null
ALTER TABLE t ADD COLUMN z int DEFAULT 1, ALTER COLUMN z SET NOT NULL;
-- form add-column-and-index-constraint
ALTER TABLE t ADD COLUMN z int, ADD UNIQUE (z);
-- form add-column-and-fk
ALTER TABLE t ADD COLUMN z bigint, ADD CONSTRAINT z_fk FOREIGN KEY (z) REFERENCES parent (id);
-- form add-column-with-default-and-fk
ALTER TABLE t ADD COLUMN z bigint DEFAULT 1, ADD CONSTRAINT z_fk FOREIGN KEY (z) REFERENCES parent (id);
-- form add-column-with-exclusion
ALTER TABLE t ADD COLUMN z int4range, ADD EXCLUDE USING gist (z WITH &&);
-- form add-column-and-primary-key
ALTER TABLE te ADD COLUMN z serial, ADD PRIMARY KEY (z);
-- form add-column-and-fk-not-valid
ALTER TABLE t ADD COLUMN z bigint, ADD CONSTRAINT z_fk FOREIGN KEY (z) REFERENCES parent (id) NOT VALID;

-- ## Dropping and renaming

-- form drop-column
ALTER TABLE t DROP COLUMN b;
-- form drop-column-indexed
ALTER TABLE t DROP COLUMN v;
-- form drop-column-used-by-view
ALTER TABLE t DROP COLUMN tx;
-- form drop-column-used-by-view-cascade
ALTER TABLE t DROP COLUMN tx CASCADE;
-- form drop-column-with-fk
ALTER TABLE u DROP COLUMN r;
-- form drop-column-referenced
ALTER TABLE fk_to DROP COLUMN code;
-- form drop-column-referenced-cascade
ALTER TABLE fk_to DROP COLUMN code CASCADE;
-- form drop-column-of-generated
ALTER TABLE gen DROP COLUMN a;
-- form drop-column-of-generated-cascade
ALTER TABLE gen DROP COLUMN a CASCADE;
-- form drop-column-if-exists-missing
ALTER TABLE t DROP COLUMN IF EXISTS missing;
-- form drop-column-missing
ALTER TABLE t DROP COLUMN missing;
-- form drop-column-serial
ALTER TABLE ident DROP COLUMN s;
-- form drop-column-primary-key
ALTER TABLE rls DROP COLUMN id;
-- form drop-column-in-policy
ALTER TABLE rls DROP COLUMN owner;
-- form drop-column-partitioned-parent
ALTER TABLE pt DROP COLUMN x;
-- form drop-column-partition-key
ALTER TABLE pt DROP COLUMN d;
-- form drop-column-partition
ALTER TABLE pt1 DROP COLUMN x;
-- form drop-column-inheritance-parent
ALTER TABLE inh_p DROP COLUMN a;
-- form drop-column-inherited
ALTER TABLE inh_c DROP COLUMN a;
-- form rename-column
ALTER TABLE t RENAME COLUMN a TO a2;
-- form rename-column-partitioned
ALTER TABLE ps RENAME COLUMN x TO x2;
-- form rename-column-inherited
ALTER TABLE inh_c RENAME COLUMN a TO a2;
-- form rename-column-only-partitioned
ALTER TABLE ONLY ps RENAME COLUMN x TO x2;
-- form rename-column-existing
ALTER TABLE t RENAME COLUMN a TO b;
-- form rename-table
ALTER TABLE t RENAME TO t2;
-- form rename-table-existing
ALTER TABLE t RENAME TO u;
-- form rename-constraint
ALTER TABLE t RENAME CONSTRAINT t_chk_nv TO t_chk2;
-- form rename-constraint-inherited
ALTER TABLE inh_p RENAME CONSTRAINT inh_p_a TO inh_p_b;
-- form rename-constraint-fk
ALTER TABLE u RENAME CONSTRAINT u_r_fkey TO u_r;
-- form rename-constraint-primary-key
ALTER TABLE t RENAME CONSTRAINT t_pkey TO t_key;
-- form rename-index
ALTER INDEX t_a_idx RENAME TO t_a_idx2;
-- form rename-index-by-alter-table
ALTER TABLE t_a_idx RENAME TO t_a_idx2;
-- form rename-view
ALTER VIEW vw RENAME TO vw2;
-- form rename-view-column
ALTER VIEW vw RENAME COLUMN a TO aa;
-- form rename-sequence
ALTER SEQUENCE sq RENAME TO sq2;
-- form rename-materialized-view
ALTER MATERIALIZED VIEW mv RENAME TO mv2;
-- form rename-trigger
ALTER TRIGGER trg ON t RENAME TO trg2;
-- form rename-rule
ALTER RULE ruled_rule ON ruled RENAME TO ruled_rule2;
-- form rename-trigger-partitioned
ALTER TRIGGER pg_trigger ON pg RENAME TO pg_trigger2;
-- form rename-policy
ALTER POLICY rls_policy ON rls RENAME TO rls_policy2;
-- form rename-type
ALTER TYPE en RENAME TO en2;
-- form rename-schema
ALTER SCHEMA s1 RENAME TO s3;
-- form set-schema
ALTER TABLE t SET SCHEMA s2;
-- form set-schema-serial
ALTER TABLE ident SET SCHEMA s2;

-- ## Defaults and NOT NULL

-- form alter-default-set
ALTER TABLE t ALTER COLUMN a SET DEFAULT 3;
-- form alter-default-set-volatile
ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('sq');
-- form alter-default-drop
ALTER TABLE t ALTER COLUMN b DROP DEFAULT;
-- form alter-default-partitioned
ALTER TABLE pt ALTER COLUMN x SET DEFAULT 3;
-- form alter-default-only-partitioned
ALTER TABLE ONLY pt ALTER COLUMN x SET DEFAULT 3;
-- form alter-default-view
ALTER VIEW vw ALTER COLUMN a SET DEFAULT 3;
-- form alter-default-generated
ALTER TABLE gen ALTER COLUMN g SET DEFAULT 3;
-- form set-not-null
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- form set-not-null-already
ALTER TABLE t ALTER COLUMN b SET NOT NULL;
-- form set-not-null-with-valid-check
ALTER TABLE proof ALTER COLUMN a SET NOT NULL;
-- form set-not-null-with-not-valid-check
ALTER TABLE proof ALTER COLUMN b SET NOT NULL;
-- form set-not-null-with-conjunction
ALTER TABLE proof ALTER COLUMN c SET NOT NULL;
-- form set-not-null-with-other-check
ALTER TABLE proof ALTER COLUMN e SET NOT NULL;
-- form set-not-null-with-disjunction
ALTER TABLE proof ALTER COLUMN g SET NOT NULL;
-- form set-not-null-two-columns-proved
ALTER TABLE proof ALTER COLUMN a SET NOT NULL, ALTER COLUMN d SET NOT NULL;
-- form set-not-null-two-columns-one-proved
ALTER TABLE proof ALTER COLUMN a SET NOT NULL, ALTER COLUMN e SET NOT NULL;
-- form set-not-null-and-drop-check
ALTER TABLE proof ALTER COLUMN a SET NOT NULL, DROP CONSTRAINT a_present;
-- form drop-check-and-set-not-null
ALTER TABLE proof DROP CONSTRAINT a_present, ALTER COLUMN a SET NOT NULL;
-- form set-not-null-and-validate-check
ALTER TABLE proof VALIDATE CONSTRAINT b_present, ALTER COLUMN b SET NOT NULL;
-- form set-not-null-and-add-check
ALTER TABLE proof ADD CONSTRAINT e_present CHECK (e IS NOT NULL), ALTER COLUMN e SET NOT NULL;
-- form set-not-null-partitioned-parent
ALTER TABLE pt ALTER COLUMN x SET NOT NULL;
-- form set-not-null-only-partitioned-parent
ALTER TABLE ONLY pt ALTER COLUMN x SET NOT NULL;
-- form set-not-null-only-inheritance
ALTER TABLE ONLY inh_p ALTER COLUMN a SET NOT NULL;
-- form set-not-null-partition
ALTER TABLE pt1 ALTER COLUMN x SET NOT NULL;
-- form set-not-null-partitioned-already
ALTER TABLE pt ALTER COLUMN id SET NOT NULL;
-- form set-not-null-primary-key
ALTER TABLE t ALTER COLUMN id SET NOT NULL;
-- form set-not-null-inheritance
ALTER TABLE inh_p ALTER COLUMN a SET NOT NULL;
-- form drop-not-null
ALTER TABLE t ALTER COLUMN b DROP NOT NULL;
-- form drop-not-null-primary-key
ALTER TABLE t ALTER COLUMN id DROP NOT NULL;
-- form drop-not-null-partitioned
ALTER TABLE pt ALTER COLUMN id DROP NOT NULL;
-- form drop-not-null-partition
ALTER TABLE pt1 ALTER COLUMN id DROP NOT NULL;
-- form set-not-null-and-default
ALTER TABLE t ALTER COLUMN a SET DEFAULT 0, ALTER COLUMN a SET NOT NULL;
-- form add-not-null-constraint-not-valid
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
-- form add-not-null-constraint
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a;
-- form add-not-null-constraint-proved
ALTER TABLE proof ADD CONSTRAINT nn NOT NULL a;
-- form add-not-null-constraint-no-inherit
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NO INHERIT;
-- form add-not-null-constraint-no-inherit-parent
ALTER TABLE inh_p ADD CONSTRAINT nn NOT NULL a NO INHERIT;
-- form add-not-null-constraint-already
ALTER TABLE t ADD CONSTRAINT nn NOT NULL b;
-- form add-not-null-constraint-only
ALTER TABLE ONLY inh_p ADD CONSTRAINT nn NOT NULL a;
-- form add-not-null-constraint-partitioned
ALTER TABLE pt ADD CONSTRAINT nn NOT NULL x;
-- form validate-not-null-constraint since 18
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT nn;
-- form set-not-null-over-not-valid since 18
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- form set-not-null-over-validated since 18
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT nn;
ALTER TABLE t ALTER COLUMN a SET NOT NULL;
-- form drop-not-null-constraint since 18
ALTER TABLE t ADD CONSTRAINT nn NOT NULL a;
ALTER TABLE t DROP CONSTRAINT nn;

-- ## Types: numbers

-- form type-int-to-bigint
ALTER TABLE w ALTER COLUMN i TYPE bigint;
-- form type-int-to-bigint-used-by-view
ALTER TABLE t ALTER COLUMN a TYPE bigint;
-- form type-int-to-bigint-indexed
ALTER TABLE x ALTER COLUMN ii TYPE bigint;
-- form type-bigint-to-int
ALTER TABLE w ALTER COLUMN bi TYPE int;
-- form type-smallint-to-int
ALTER TABLE w ALTER COLUMN si TYPE int;
-- form type-int-to-numeric
ALTER TABLE w ALTER COLUMN i TYPE numeric;
-- form type-int-to-text
ALTER TABLE w ALTER COLUMN i TYPE text;
-- form type-int-to-oid
ALTER TABLE w ALTER COLUMN i TYPE oid;
-- form type-oid-to-int
ALTER TABLE w ALTER COLUMN o TYPE int;
-- form type-int-to-regclass
ALTER TABLE w ALTER COLUMN i TYPE regclass USING i::regclass;
-- form type-int-to-boolean
ALTER TABLE w ALTER COLUMN i TYPE boolean;
-- form type-int-to-boolean-using
ALTER TABLE w ALTER COLUMN i TYPE boolean USING i <> 0;
-- form type-int-to-money
ALTER TABLE w ALTER COLUMN i TYPE money;
-- form type-int-to-serial
ALTER TABLE w ALTER COLUMN i TYPE serial;
-- form type-same
ALTER TABLE w ALTER COLUMN i TYPE int;
-- form type-same-alias
ALTER TABLE w ALTER COLUMN i TYPE int4;
-- form type-same-using-itself
ALTER TABLE w ALTER COLUMN i TYPE int USING i;
-- form type-same-using-expression
ALTER TABLE w ALTER COLUMN i TYPE int USING i + 1;
-- form type-numeric-widen-precision
ALTER TABLE w ALTER COLUMN n TYPE numeric(12, 2);
-- form type-numeric-narrow-precision
ALTER TABLE w ALTER COLUMN n TYPE numeric(8, 2);
-- form type-numeric-change-scale
ALTER TABLE w ALTER COLUMN n TYPE numeric(12, 4);
-- form type-numeric-unconstrained
ALTER TABLE w ALTER COLUMN n TYPE numeric;
-- form type-numeric-constrain
ALTER TABLE w ALTER COLUMN nu TYPE numeric(12, 4);
-- form type-numeric-with-check
ALTER TABLE x ALTER COLUMN n TYPE numeric(12, 2);
-- form type-numeric-to-decimal
ALTER TABLE w ALTER COLUMN n TYPE decimal(12, 2);
-- form type-real-to-double
ALTER TABLE w ALTER COLUMN r TYPE double precision;
-- form type-double-to-numeric
ALTER TABLE w ALTER COLUMN dp TYPE numeric;
-- form type-boolean-to-int-using
ALTER TABLE w ALTER COLUMN bo TYPE int USING bo::int;

-- ## Types: text

-- form type-varchar-widen
ALTER TABLE w ALTER COLUMN v TYPE varchar(100);
-- form type-varchar-same
ALTER TABLE w ALTER COLUMN v TYPE varchar(50);
-- form type-varchar-narrow
ALTER TABLE w ALTER COLUMN v TYPE varchar(20);
-- form type-varchar-to-text
ALTER TABLE w ALTER COLUMN v TYPE text;
-- form type-varchar-to-unlimited
ALTER TABLE w ALTER COLUMN v TYPE varchar;
-- form type-text-to-varchar-unlimited
ALTER TABLE w ALTER COLUMN tx TYPE varchar;
-- form type-text-to-varchar-limited
ALTER TABLE w ALTER COLUMN tx TYPE varchar(100);
-- form type-varchar-unlimited-to-limited
ALTER TABLE w ALTER COLUMN vu TYPE varchar(100);
-- form type-char-to-text
ALTER TABLE w ALTER COLUMN c TYPE text;
-- form type-char-to-varchar
ALTER TABLE w ALTER COLUMN c TYPE varchar(10);
-- form type-char-widen
ALTER TABLE w ALTER COLUMN c TYPE char(20);
-- form type-char-unlimited
ALTER TABLE w ALTER COLUMN c TYPE bpchar;
-- form type-varchar-to-char
ALTER TABLE w ALTER COLUMN v TYPE char(50);
-- form type-text-to-char
ALTER TABLE w ALTER COLUMN tx TYPE bpchar;
-- form type-text-to-name
ALTER TABLE w ALTER COLUMN tx TYPE name;
-- form type-name-to-text
ALTER TABLE w ALTER COLUMN nm TYPE text;
-- form type-text-to-int
ALTER TABLE w ALTER COLUMN tx TYPE int;
-- form type-text-to-int-using
ALTER TABLE w ALTER COLUMN tx TYPE int USING length(tx);
-- form type-text-to-enum
ALTER TABLE w ALTER COLUMN tx TYPE en;
-- form type-text-to-bytea
ALTER TABLE w ALTER COLUMN tx TYPE bytea USING tx::bytea;
-- form type-text-to-json-using
ALTER TABLE w ALTER COLUMN tx TYPE json USING to_json(tx);
-- form type-varchar-to-text-using-expression
ALTER TABLE w ALTER COLUMN v TYPE text USING v || v;
-- form type-varchar-to-text-using-cast
ALTER TABLE w ALTER COLUMN v TYPE text USING v::text;
-- form type-varchar-widen-using-cast
ALTER TABLE w ALTER COLUMN v TYPE varchar(100) USING v::varchar(100);
-- form type-varchar-array-widen
ALTER TABLE w ALTER COLUMN va TYPE varchar(40)[];
-- form type-text-array-to-varchar-array
ALTER TABLE w ALTER COLUMN ta TYPE varchar[];
-- form type-array-same
ALTER TABLE w ALTER COLUMN ta TYPE text[];
-- form type-array-to-text
ALTER TABLE w ALTER COLUMN ta TYPE text;
-- form type-varchar-array-to-text-array
ALTER TABLE w ALTER COLUMN va TYPE text[];
-- form type-int-array-to-bigint-array
ALTER TABLE w ALTER COLUMN ar TYPE bigint[];
-- form type-collation-change
ALTER TABLE w ALTER COLUMN v TYPE varchar(50) COLLATE "C";
-- form type-collation-change-indexed
ALTER TABLE x ALTER COLUMN vi TYPE varchar(50) COLLATE "C";
-- form type-varchar-widen-indexed
ALTER TABLE x ALTER COLUMN vi TYPE varchar(100);
-- form type-varchar-to-text-indexed
ALTER TABLE x ALTER COLUMN vi TYPE text;
-- form type-int-to-oid-indexed
ALTER TABLE xi ALTER COLUMN i TYPE oid;
-- form type-timestamp-to-timestamptz-indexed
SET timezone = 'UTC';
ALTER TABLE xi ALTER COLUMN ts TYPE timestamptz;
-- form type-cidr-to-inet-indexed
ALTER TABLE xi ALTER COLUMN ci TYPE inet;
-- form type-char-unlimited-indexed
ALTER TABLE xi ALTER COLUMN c TYPE bpchar;
-- form type-numeric-widen-indexed
ALTER TABLE xi ALTER COLUMN n TYPE numeric(12, 2);
-- form type-varchar-to-text-pattern-indexed
ALTER TABLE xi ALTER COLUMN v TYPE text;
-- form type-varchar-collation-collated-index
ALTER TABLE xi ALTER COLUMN v TYPE varchar(50) COLLATE "POSIX";
-- form type-domain-to-base-indexed
ALTER TABLE xi ALTER COLUMN d TYPE int;
-- form type-varchar-narrow-indexed
ALTER TABLE x ALTER COLUMN vi TYPE varchar(20);
-- form type-varchar-widen-expression-index
ALTER TABLE x ALTER COLUMN ve TYPE varchar(100);
-- form type-varchar-widen-partial-index
ALTER TABLE x ALTER COLUMN vp TYPE varchar(100);
-- form type-varchar-widen-with-check
ALTER TABLE x ALTER COLUMN vk TYPE varchar(100);
-- form type-varchar-to-text-with-check
ALTER TABLE x ALTER COLUMN vk TYPE text;
-- form type-varchar-widen-with-not-valid-check
ALTER TABLE x ALTER COLUMN vk_nv TYPE varchar(100);
-- form type-varchar-widen-with-statistics
ALTER TABLE x ALTER COLUMN vs TYPE varchar(100);
-- form type-varchar-widen-with-trigger
ALTER TABLE x ALTER COLUMN vt TYPE varchar(100);
-- form type-varchar-widen-unique
ALTER TABLE x ALTER COLUMN vq TYPE varchar(100);
-- form type-varchar-widen-of-generated
ALTER TABLE x ALTER COLUMN vg TYPE varchar(100);
-- form type-varchar-widen-generated
ALTER TABLE x ALTER COLUMN gen TYPE varchar(100);
-- form type-varchar-widen-fk-column
ALTER TABLE fk_from ALTER COLUMN to_code TYPE varchar(100);
-- form type-varchar-widen-referenced-column
ALTER TABLE fk_to ALTER COLUMN code TYPE varchar(100);
-- form type-varchar-widen-in-view
ALTER TABLE t ALTER COLUMN tx TYPE varchar;
-- form type-varchar-widen-in-policy
ALTER TABLE rls ALTER COLUMN owner TYPE varchar;

-- ## Types: times, bits, networks, documents

-- form type-timestamp-to-timestamptz-utc
SET timezone = 'UTC';
ALTER TABLE w ALTER COLUMN ts TYPE timestamptz;
-- form type-timestamp-to-timestamptz-not-utc
SET timezone = 'Europe/Oslo';
ALTER TABLE w ALTER COLUMN ts TYPE timestamptz;
-- form type-timestamptz-to-timestamp-utc
SET timezone = 'UTC';
ALTER TABLE w ALTER COLUMN tz TYPE timestamp;
-- form type-timestamptz-to-timestamp-not-utc
SET timezone = 'Europe/Oslo';
ALTER TABLE w ALTER COLUMN tz TYPE timestamp;
-- form type-timestamp-to-timestamptz-at-time-zone
SET timezone = 'UTC';
ALTER TABLE w ALTER COLUMN ts TYPE timestamptz USING ts AT TIME ZONE 'UTC';
-- form type-timestamp-precision-reduce
ALTER TABLE w ALTER COLUMN ts TYPE timestamp(0);
-- form type-timestamp-precision-raise
ALTER TABLE w ALTER COLUMN ts3 TYPE timestamp(6);
-- form type-timestamp-precision-drop
ALTER TABLE w ALTER COLUMN ts3 TYPE timestamp;
-- form type-timestamptz-precision-raise
ALTER TABLE w ALTER COLUMN tz3 TYPE timestamptz;
-- form type-timestamptz-precision-reduce
ALTER TABLE w ALTER COLUMN tz TYPE timestamptz(0);
-- form type-date-to-timestamp
ALTER TABLE w ALTER COLUMN dt TYPE timestamp;
-- form type-timestamp-to-date
ALTER TABLE w ALTER COLUMN ts TYPE date;
-- form type-time-precision-raise
ALTER TABLE w ALTER COLUMN tm3 TYPE time(6);
-- form type-time-precision-reduce
ALTER TABLE w ALTER COLUMN tm TYPE time(0);
-- form type-interval-precision-raise
ALTER TABLE w ALTER COLUMN iv TYPE interval(6);
-- form type-interval-precision-reduce
ALTER TABLE w ALTER COLUMN iv TYPE interval(0);
-- form type-interval-precision-drop
ALTER TABLE w ALTER COLUMN iv TYPE interval;
-- form type-interval-fields-widen
ALTER TABLE w ALTER COLUMN ivy TYPE interval year to month;
-- form type-interval-fields-drop
ALTER TABLE w ALTER COLUMN ivy TYPE interval;
-- form type-text-to-timestamp-using
ALTER TABLE w ALTER COLUMN v TYPE timestamptz USING now();
-- form type-bit-to-varbit
ALTER TABLE w ALTER COLUMN bt TYPE varbit(10);
-- form type-bit-to-varbit-unlimited
ALTER TABLE w ALTER COLUMN bt TYPE varbit;
-- form type-bit-widen-using
ALTER TABLE w ALTER COLUMN bt TYPE bit(5) USING bt::bit(5);
-- form type-bit-widen
ALTER TABLE w ALTER COLUMN bt TYPE bit(5);
-- form type-varbit-widen
ALTER TABLE w ALTER COLUMN vb TYPE varbit(20);
-- form type-varbit-narrow
ALTER TABLE w ALTER COLUMN vb TYPE varbit(5);
-- form type-varbit-unlimited
ALTER TABLE w ALTER COLUMN vb TYPE varbit;
-- form type-varbit-unlimited-to-limited
ALTER TABLE w ALTER COLUMN vbu TYPE varbit(20);
-- form type-cidr-to-inet
ALTER TABLE w ALTER COLUMN ci TYPE inet;
-- form type-inet-to-cidr
ALTER TABLE w ALTER COLUMN ine TYPE cidr;
-- form type-json-to-jsonb
ALTER TABLE w ALTER COLUMN j TYPE jsonb;
-- form type-jsonb-to-json
ALTER TABLE w ALTER COLUMN jb TYPE json;
-- form type-xml-to-text
ALTER TABLE w ALTER COLUMN x TYPE text;
-- form type-uuid-to-text
ALTER TABLE w ALTER COLUMN u TYPE text;
-- form type-bytea-to-text-using
ALTER TABLE w ALTER COLUMN by TYPE text USING encode(by, 'hex');

-- ## Types: domains and enums

-- form type-domain-to-base
ALTER TABLE w ALTER COLUMN d TYPE int;
-- form type-base-to-domain
ALTER TABLE w ALTER COLUMN i TYPE dom;
-- form type-base-to-checked-domain
ALTER TABLE w ALTER COLUMN i TYPE dom_checked;
-- form type-checked-domain-to-base
ALTER TABLE w ALTER COLUMN dc TYPE int;
-- form type-text-domain-to-varchar
ALTER TABLE w ALTER COLUMN dtx TYPE varchar(10);
-- form type-varchar-to-text-domain
ALTER TABLE w ALTER COLUMN v TYPE dom_text;
-- form type-domain-to-bigint
ALTER TABLE w ALTER COLUMN d TYPE bigint;
-- form type-enum-to-text
ALTER TABLE te ALTER COLUMN e TYPE text;
-- form type-enum-to-varchar
ALTER TABLE te ALTER COLUMN e TYPE varchar(10);
-- form type-enum-same-using
ALTER TABLE te ALTER COLUMN e TYPE en USING e::text::en;
-- form enum-swap-type
ALTER TABLE te ALTER COLUMN e TYPE en_swap USING e::text::en_swap;

-- ## Types: tables that something hangs on

-- form type-change-fk-column
ALTER TABLE fk_from ALTER COLUMN to_id TYPE bigint;
-- form type-change-fk-column-incompatible
ALTER TABLE fk_from ALTER COLUMN to_id TYPE boolean USING true;
-- form type-change-referenced-column
ALTER TABLE fk_to ALTER COLUMN id TYPE bigint;
-- form type-change-self-referencing
ALTER TABLE fk_from ALTER COLUMN id TYPE bigint;
-- form type-change-partitioned
ALTER TABLE pt ALTER COLUMN x TYPE bigint;
-- form type-change-sub-partitioned
ALTER TABLE ps ALTER COLUMN x TYPE bigint;
-- form type-change-partition-key
ALTER TABLE pt ALTER COLUMN d TYPE timestamp;
-- form type-change-partition
ALTER TABLE pt1 ALTER COLUMN x TYPE bigint;
-- form type-change-inheritance
ALTER TABLE inh_p ALTER COLUMN a TYPE bigint;
-- form type-change-inherited
ALTER TABLE inh_c ALTER COLUMN a TYPE bigint;
-- form type-change-identity
ALTER TABLE ident ALTER COLUMN id TYPE int;
-- form type-change-serial
ALTER TABLE ident ALTER COLUMN s TYPE bigint;
-- form type-change-generated
ALTER TABLE gen ALTER COLUMN g TYPE bigint;
-- form type-change-of-generated
ALTER TABLE gen ALTER COLUMN a TYPE bigint;
-- form type-change-typed-table
ALTER TABLE typed ALTER COLUMN a TYPE bigint;
-- form type-change-and-drop-default
ALTER TABLE t ALTER COLUMN b TYPE bigint, ALTER COLUMN b DROP DEFAULT;
-- form drop-default-and-type-change
ALTER TABLE t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE varchar(20);
-- form drop-default-type-change-set-default
ALTER TABLE t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE boolean USING b <> 0, ALTER COLUMN b SET DEFAULT false;
-- form type-change-default-cannot-follow
ALTER TABLE t ALTER COLUMN b TYPE boolean USING b <> 0;
-- form free-type-change-and-set-not-null
ALTER TABLE w ALTER COLUMN v TYPE text, ALTER COLUMN v SET NOT NULL;
-- form two-type-changes-one-free
ALTER TABLE w ALTER COLUMN v TYPE text, ALTER COLUMN i TYPE bigint;
-- form type-change-add-column-set-not-null
ALTER TABLE w ADD COLUMN z int, ALTER COLUMN i SET NOT NULL, ALTER COLUMN si TYPE bigint;
-- form drop-index-constraint-and-type-change
ALTER TABLE x DROP CONSTRAINT x_vq_key, ALTER COLUMN vq TYPE varchar(20);
-- form drop-check-and-type-change
ALTER TABLE x DROP CONSTRAINT x_vk_check, ALTER COLUMN vk TYPE varchar(100);
-- form type-change-and-drop-check
ALTER TABLE x ALTER COLUMN vk TYPE varchar(100), DROP CONSTRAINT x_vk_check;

-- ## Generated and identity columns

-- form drop-expression
ALTER TABLE gen ALTER COLUMN g DROP EXPRESSION;
-- form drop-expression-not-generated
ALTER TABLE gen ALTER COLUMN a DROP EXPRESSION;
-- form drop-expression-if-exists-not-generated
ALTER TABLE gen ALTER COLUMN a DROP EXPRESSION IF EXISTS;
-- form set-expression
ALTER TABLE gen ALTER COLUMN g SET EXPRESSION AS (a + 2);
-- form set-expression-virtual since 18
ALTER TABLE gen ADD COLUMN vg int GENERATED ALWAYS AS (a + 1) VIRTUAL;
ALTER TABLE gen ALTER COLUMN vg SET EXPRESSION AS (a + 3);
-- form drop-expression-virtual since 18
ALTER TABLE gen ADD COLUMN vg int GENERATED ALWAYS AS (a + 1) VIRTUAL;
ALTER TABLE gen ALTER COLUMN vg DROP EXPRESSION;
-- form index-on-virtual since 18
ALTER TABLE gen ADD COLUMN vg int GENERATED ALWAYS AS (a + 1) VIRTUAL;
CREATE INDEX vg_idx ON gen (vg);
-- form not-null-on-virtual since 18
ALTER TABLE gen ADD COLUMN vg int GENERATED ALWAYS AS (id + 1) VIRTUAL;
ALTER TABLE gen ALTER COLUMN vg SET NOT NULL;
-- form type-change-virtual since 18
ALTER TABLE gen ADD COLUMN vg int GENERATED ALWAYS AS (a + 1) VIRTUAL;
ALTER TABLE gen ALTER COLUMN vg TYPE bigint;
-- form type-change-of-virtual since 18
ALTER TABLE gen ADD COLUMN vg int GENERATED ALWAYS AS (n + 1) VIRTUAL;
ALTER TABLE gen ALTER COLUMN n TYPE bigint;
-- form identity-add
ALTER TABLE gen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
-- form identity-add-nullable
ALTER TABLE gen ALTER COLUMN n ADD GENERATED BY DEFAULT AS IDENTITY;
-- form identity-set
ALTER TABLE ident ALTER COLUMN id SET GENERATED ALWAYS;
-- form identity-add-partitioned
ALTER TABLE pt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY;
-- form identity-restart
ALTER TABLE ident ALTER COLUMN id RESTART WITH 10000;
-- form identity-drop
ALTER TABLE ident ALTER COLUMN id DROP IDENTITY;
-- form identity-drop-missing
ALTER TABLE ident ALTER COLUMN x DROP IDENTITY;
-- form identity-drop-if-exists-missing
ALTER TABLE ident ALTER COLUMN x DROP IDENTITY IF EXISTS;

-- ## Constraints

-- form add-check
ALTER TABLE t ADD CONSTRAINT ck CHECK (b >= 0);
-- form add-check-not-valid
ALTER TABLE t ADD CONSTRAINT ck CHECK (b >= 0) NOT VALID;
-- form add-check-not-enforced
ALTER TABLE t ADD CONSTRAINT ck CHECK (b >= 0) NOT ENFORCED;
-- form add-check-no-inherit
ALTER TABLE inh_p ADD CONSTRAINT ck CHECK (a >= 0) NO INHERIT;
-- form add-check-inheritance
ALTER TABLE inh_p ADD CONSTRAINT ck CHECK (a >= 0);
-- form add-check-only-inheritance
ALTER TABLE ONLY inh_p ADD CONSTRAINT ck CHECK (a >= 0);
-- form add-check-partitioned
ALTER TABLE pt ADD CONSTRAINT ck CHECK (x > 0);
-- form add-check-partitioned-not-valid
ALTER TABLE pt ADD CONSTRAINT ck CHECK (x > 0) NOT VALID;
-- form add-check-existing-name
ALTER TABLE t ADD CONSTRAINT t_chk_nv CHECK (b >= 0);
-- form add-check-implied
ALTER TABLE proof ADD CONSTRAINT again CHECK (a IS NOT NULL);
-- form validate-check
ALTER TABLE t VALIDATE CONSTRAINT t_chk_nv;
-- form validate-check-valid
ALTER TABLE u VALIDATE CONSTRAINT u_a_nn;
-- form validate-primary-key
ALTER TABLE t VALIDATE CONSTRAINT t_pkey;
-- form validate-missing
ALTER TABLE t VALIDATE CONSTRAINT missing;
-- form add-and-validate-check
ALTER TABLE t ADD CONSTRAINT ck CHECK (b >= 0) NOT VALID, VALIDATE CONSTRAINT ck;
-- form validate-check-partitioned
ALTER TABLE pt ADD CONSTRAINT ck CHECK (x > 0) NOT VALID;
ALTER TABLE pt VALIDATE CONSTRAINT ck;
-- form validate-check-inheritance
ALTER TABLE inh_p ADD CONSTRAINT ck CHECK (a > 0) NOT VALID;
ALTER TABLE inh_p VALIDATE CONSTRAINT ck;
-- form validate-not-enforced since 18
ALTER TABLE t ADD CONSTRAINT ck CHECK (b >= 0) NOT ENFORCED;
ALTER TABLE t VALIDATE CONSTRAINT ck;
-- form drop-constraint-check
ALTER TABLE t DROP CONSTRAINT t_chk_nv;
-- form drop-constraint-check-inheritance
ALTER TABLE inh_p DROP CONSTRAINT inh_p_a;
-- form drop-constraint-check-inherited
ALTER TABLE inh_c DROP CONSTRAINT inh_p_a;
-- form drop-constraint-missing
ALTER TABLE t DROP CONSTRAINT missing;
-- form drop-constraint-if-exists-missing
ALTER TABLE t DROP CONSTRAINT IF EXISTS missing;
-- form drop-constraint-fk
ALTER TABLE t DROP CONSTRAINT t_fk_nv;
-- form drop-constraint-fk-self
ALTER TABLE fk_from DROP CONSTRAINT fk_from_self;
-- form drop-constraint-unique
ALTER TABLE x DROP CONSTRAINT x_vq_key;
-- form drop-primary-key
ALTER TABLE u DROP CONSTRAINT u_pkey;
-- form drop-primary-key-referenced
ALTER TABLE parent DROP CONSTRAINT parent_pkey;
-- form drop-primary-key-referenced-cascade
ALTER TABLE parent DROP CONSTRAINT parent_pkey CASCADE;
-- form drop-primary-key-partitioned-referenced-cascade
ALTER TABLE pc DROP CONSTRAINT pc_pkey CASCADE;
-- form drop-constraint-unique-partitioned
ALTER TABLE pl DROP CONSTRAINT pl_pkey;
-- form drop-constraint-partition-key
ALTER TABLE pl1 DROP CONSTRAINT pl1_pkey;
-- form drop-constraint-exclusion
ALTER TABLE excl DROP CONSTRAINT excl_during;
-- form add-unique
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (b);
-- form add-unique-nulls-not-distinct
ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b);
-- form add-unique-using-index
ALTER TABLE u ADD CONSTRAINT uq UNIQUE USING INDEX u_a_uq;
-- form add-unique-using-partial-index
ALTER TABLE u ADD CONSTRAINT uq UNIQUE USING INDEX u_x_part;
-- form add-unique-deferrable
ALTER TABLE t ADD CONSTRAINT uq UNIQUE (b) DEFERRABLE INITIALLY DEFERRED;
-- form add-unique-partitioned
ALTER TABLE pt ADD CONSTRAINT uq UNIQUE (id, d);
-- form add-unique-partitioned-without-key
ALTER TABLE pt ADD CONSTRAINT uq UNIQUE (id);
-- form add-primary-key
ALTER TABLE pnew ADD PRIMARY KEY (id);
-- form add-primary-key-nullable
ALTER TABLE w ADD PRIMARY KEY (i);
-- form add-primary-key-second
ALTER TABLE t ADD PRIMARY KEY (b);
-- form add-primary-key-proved
ALTER TABLE proof ADD PRIMARY KEY (a);
-- form add-primary-key-using-index-not-null
ALTER TABLE proof ADD CONSTRAINT pk PRIMARY KEY USING INDEX proof_id_key;
-- form add-primary-key-using-index-same-name
ALTER TABLE proof ADD PRIMARY KEY USING INDEX proof_id_key;
-- form add-primary-key-using-index-proved
ALTER TABLE proof ADD CONSTRAINT pk PRIMARY KEY USING INDEX proof_a_key;
-- form add-primary-key-using-index-nullable
ALTER TABLE proof ADD CONSTRAINT pk PRIMARY KEY USING INDEX proof_e_key;
-- form add-primary-key-partitioned-nullable
ALTER TABLE pt ADD PRIMARY KEY (x, d);
-- form add-primary-key-inheritance
ALTER TABLE inh_p ADD PRIMARY KEY (id);
-- form add-unique-inheritance
ALTER TABLE inh_p ADD UNIQUE (id);
-- form add-fk-inheritance
ALTER TABLE inh_p ADD FOREIGN KEY (id) REFERENCES parent (id);
-- form add-exclusion-partitioned
ALTER TABLE pt ADD EXCLUDE USING btree (id WITH =, d WITH =);
-- form add-primary-key-partitioned
ALTER TABLE pt ADD PRIMARY KEY (id, d);
-- form drop-and-add-primary-key
ALTER TABLE u DROP CONSTRAINT u_pkey, ADD CONSTRAINT pk PRIMARY KEY USING INDEX u_a_uq;
-- form add-exclusion
ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING btree (id WITH =);
-- form add-unique-without-overlaps
ALTER TABLE excl ADD CONSTRAINT wo UNIQUE (kind, during WITHOUT OVERLAPS);
-- form alter-constraint-deferrable
ALTER TABLE t ALTER CONSTRAINT t_fk_nv DEFERRABLE;
-- form alter-constraint-deferrable-check
ALTER TABLE t ALTER CONSTRAINT t_chk_nv DEFERRABLE;
-- form alter-constraint-deferrable-partitioned
ALTER TABLE po ALTER CONSTRAINT po_c_id DEFERRABLE;
-- form alter-constraint-inherit since 18
ALTER TABLE inh_p ADD CONSTRAINT nn NOT NULL a NO INHERIT;
ALTER TABLE inh_p ALTER CONSTRAINT nn INHERIT;
-- form drop-and-add-check
ALTER TABLE x DROP CONSTRAINT x_vk_check, ADD CONSTRAINT x_vk_check CHECK (vk <> 'z');
-- form add-check-and-fk-not-valid
ALTER TABLE te ADD CONSTRAINT ck CHECK (id > 0) NOT VALID, ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES fk_to (id) NOT VALID;

-- ## Foreign keys

-- form add-fk
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (e_id) REFERENCES parent (id);
-- form add-fk-not-valid
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (e_id) REFERENCES parent (id) NOT VALID;
-- form add-fk-not-enforced
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (e_id) REFERENCES parent (id) NOT ENFORCED;
-- form add-fk-unnamed-columns
ALTER TABLE t ADD FOREIGN KEY (e_id) REFERENCES parent;
-- form add-fk-to-itself
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (a) REFERENCES t (id);
-- form add-fk-to-column-without-key
ALTER TABLE te ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES t (b);
-- form add-fk-to-missing-table
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (e_id) REFERENCES missing (id);
-- form add-fk-types-differ
ALTER TABLE te ADD CONSTRAINT fk1 FOREIGN KEY (d) REFERENCES parent (id);
-- form add-fk-and-validate
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (e_id) REFERENCES parent (id) NOT VALID, VALIDATE CONSTRAINT fk1;
-- form add-two-fks
ALTER TABLE te ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES parent (id), ADD CONSTRAINT fk2 FOREIGN KEY (id) REFERENCES fk_to (id);
-- form validate-fk
ALTER TABLE t VALIDATE CONSTRAINT t_fk_nv;
-- form validate-fk-valid
ALTER TABLE u VALIDATE CONSTRAINT u_r_fkey;
-- form alter-fk-enforced since 18
ALTER TABLE t ADD CONSTRAINT fkne FOREIGN KEY (e_id) REFERENCES parent (id) NOT ENFORCED;
ALTER TABLE t ALTER CONSTRAINT fkne ENFORCED;
-- form alter-fk-not-enforced
ALTER TABLE u ALTER CONSTRAINT u_r_fkey NOT ENFORCED;
-- form add-fk-partitioned-referencing
ALTER TABLE pt ADD FOREIGN KEY (id) REFERENCES parent (id);
-- form add-fk-partitioned-referencing-not-valid
ALTER TABLE pt ADD FOREIGN KEY (id) REFERENCES parent (id) NOT VALID;
-- form validate-fk-partitioned since 18
ALTER TABLE pt ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES parent (id) NOT VALID;
ALTER TABLE pt VALIDATE CONSTRAINT fk1;
-- form add-fk-to-partitioned
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES pc (id);
-- form add-fk-to-partitioned-not-valid
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES pc (id) NOT VALID;
-- form validate-fk-to-partitioned
ALTER TABLE t ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES pc (id) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT fk1;
-- form drop-fk-to-partitioned
ALTER TABLE pl_from DROP CONSTRAINT pl_from_id_fkey;
-- form add-fk-between-partitioned
ALTER TABLE pt ADD FOREIGN KEY (id) REFERENCES pc (id);
-- form add-fk-sub-partitioned
ALTER TABLE ps ADD FOREIGN KEY (id) REFERENCES parent (id);
-- form add-fk-on-partition
ALTER TABLE pt1 ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES parent (id);
-- form add-fk-on-partition-not-valid
ALTER TABLE pt1 ADD CONSTRAINT fk1 FOREIGN KEY (id) REFERENCES parent (id) NOT VALID;
-- form drop-fk-between-partitioned
ALTER TABLE po DROP CONSTRAINT po_c_id;
-- form drop-fk-of-partition
ALTER TABLE po1 DROP CONSTRAINT po_c_id;
-- form validate-fk-between-partitioned
ALTER TABLE po VALIDATE CONSTRAINT po_c_id;

-- ## Indexes

-- form create-index
CREATE INDEX ix ON t (b);
-- form create-unique-index
CREATE UNIQUE INDEX ix ON t (b);
-- form create-index-expression
CREATE INDEX ix ON t (lower(tx));
-- form create-index-partial
CREATE INDEX ix ON t (b) WHERE b > 10;
-- form create-index-hash
CREATE INDEX ix ON t USING hash (b);
-- form create-index-include
CREATE INDEX ix ON t (b) INCLUDE (a);
-- form create-index-concurrently
CREATE INDEX CONCURRENTLY ix ON t (b);
-- form create-unique-index-concurrently
CREATE UNIQUE INDEX CONCURRENTLY ix ON t (b);
-- form create-index-existing
CREATE INDEX t_a_idx ON t (a);
-- form create-index-if-not-exists-existing
CREATE INDEX IF NOT EXISTS t_a_idx ON t (a);
-- form create-index-concurrently-if-not-exists-existing
CREATE INDEX CONCURRENTLY IF NOT EXISTS t_a_idx ON t (a);
-- form create-index-missing-column
CREATE INDEX ix ON t (missing);
-- form create-index-on-view
CREATE INDEX ix ON vw (id);
-- form create-index-on-materialized-view
CREATE INDEX ix ON mv (a);
-- form create-index-partitioned
CREATE INDEX ix ON pt (id);
-- form create-index-sub-partitioned
CREATE INDEX ix ON ps (id);
-- form create-index-only-parent
CREATE INDEX ix ON ONLY pt (id);
-- form create-index-concurrently-partitioned
CREATE INDEX CONCURRENTLY ix ON pt (id);
-- form create-index-concurrently-only-partitioned
CREATE INDEX CONCURRENTLY ix ON ONLY pt (id);
-- form create-unique-index-partitioned-without-key
CREATE UNIQUE INDEX ix ON pt (id);
-- form create-index-nulls-not-distinct
CREATE UNIQUE INDEX ix ON t (b) NULLS NOT DISTINCT;
-- form create-index-on-foreign-table
CREATE INDEX ix ON ft (id);
-- form create-index-on-partition
CREATE INDEX ix ON pt1 (id);
-- form create-index-concurrently-on-partition
CREATE INDEX CONCURRENTLY ix ON pt1 (id);
-- form create-index-partitioned-existing
CREATE INDEX ix ON p0 (x);
CREATE INDEX ix2 ON p0 (x);
-- form create-index-partitioned-matching-child
CREATE INDEX p01_x ON p01 (x);
CREATE INDEX p0_x ON p0 (x);
-- form attach-index
CREATE INDEX ix ON ONLY p0 (x);
CREATE INDEX ix1 ON p01 (x);
ALTER INDEX ix ATTACH PARTITION ix1;
-- form drop-index
DROP INDEX t_a_idx;
-- form drop-index-missing
DROP INDEX missing;
-- form drop-index-if-exists-missing
DROP INDEX IF EXISTS missing;
-- form drop-index-concurrently
DROP INDEX CONCURRENTLY t_a_idx;
-- form drop-two-indexes-concurrently
DROP INDEX CONCURRENTLY t_a_idx, t_v_idx;
-- form drop-index-concurrently-cascade
DROP INDEX CONCURRENTLY t_a_idx CASCADE;
-- form drop-index-of-constraint
DROP INDEX t_pkey;
-- form drop-index-partitioned
DROP INDEX pt_x;
-- form drop-index-concurrently-partitioned
DROP INDEX CONCURRENTLY pt_x;
-- form drop-index-of-partition
DROP INDEX pt1_x_idx;
-- form reindex-index
REINDEX INDEX t_a_idx;
-- form reindex-table
REINDEX TABLE t;
-- form reindex-index-concurrently
REINDEX INDEX CONCURRENTLY t_a_idx;
-- form reindex-table-concurrently
REINDEX TABLE CONCURRENTLY t;
-- form reindex-table-partitioned
REINDEX TABLE pt;
-- form reindex-index-partitioned
REINDEX INDEX pt_x;
-- form reindex-schema
REINDEX SCHEMA s1;
-- form alter-index-set-fillfactor
ALTER INDEX t_a_idx SET (fillfactor = 70);
-- form alter-index-statistics
ALTER INDEX x_ve_idx ALTER COLUMN 1 SET STATISTICS 500;
-- form comment-on-index
COMMENT ON INDEX t_a_idx IS 'x';

-- ## Partitions and inheritance

-- form attach-partition
ALTER TABLE pt ATTACH PARTITION pnew FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-prechecked
ALTER TABLE pt ATTACH PARTITION pnew_chk FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-no-index-prechecked
ALTER TABLE p0 ATTACH PARTITION pnew_chk FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-no-index-unchecked
ALTER TABLE p0 ATTACH PARTITION pnew FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-wider-check
ALTER TABLE p0 ATTACH PARTITION pnew_chk FOR VALUES FROM ('2021-01-01') TO ('2024-01-01');
-- form attach-partition-with-default
ALTER TABLE pd ATTACH PARTITION pnew_chk FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-with-prechecked-default
ALTER TABLE pd_rest ADD CONSTRAINT not_2022 CHECK (d < '2022-01-01' OR d >= '2023-01-01');
ALTER TABLE pd ATTACH PARTITION pnew_chk FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-default-partition
ALTER TABLE p0 ATTACH PARTITION pnew DEFAULT;
-- form attach-partition-sub-partitioned
ALTER TABLE p0 ATTACH PARTITION pt FOR VALUES FROM ('2020-01-01') TO ('2023-01-01');
-- form attach-partition-fk
ALTER TABLE pfree ALTER COLUMN d SET NOT NULL;
ALTER TABLE po ATTACH PARTITION pfree FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-fk-nullable
ALTER TABLE po ATTACH PARTITION pfree FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-lacking-column
ALTER TABLE p0 ATTACH PARTITION te FOR VALUES FROM ('2022-01-01') TO ('2023-01-01');
-- form attach-partition-overlapping
ALTER TABLE p0 ATTACH PARTITION pnew FOR VALUES FROM ('2020-06-01') TO ('2023-01-01');
-- form attach-to-referenced
ALTER TABLE pl ATTACH PARTITION pl_new FOR VALUES FROM (10001) TO (20000);
-- form create-table-partition-of
CREATE TABLE pt3 PARTITION OF pt FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- form create-table-partition-of-with-default
CREATE TABLE pd3 PARTITION OF pd FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- form create-table-partition-of-default
CREATE TABLE p0_rest PARTITION OF p0 DEFAULT;
-- form create-table-partition-of-fk
CREATE TABLE po2 PARTITION OF po FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- form create-table-partition-of-referenced
CREATE TABLE pl3 PARTITION OF pl FOR VALUES FROM (10001) TO (20000);
-- form create-table-partition-of-sub
CREATE TABLE ps1_as PARTITION OF ps1 FOR VALUES IN ('as');
-- form detach-partition
ALTER TABLE pt DETACH PARTITION pt1;
-- form detach-partition-concurrently
ALTER TABLE pt DETACH PARTITION pt1 CONCURRENTLY;
-- form detach-partition-with-default
ALTER TABLE pd DETACH PARTITION pd1;
-- form detach-partition-concurrently-with-default
ALTER TABLE pd DETACH PARTITION pd1 CONCURRENTLY;
-- form detach-partition-fk
ALTER TABLE po DETACH PARTITION po1;
-- form detach-partition-referenced
ALTER TABLE pl DETACH PARTITION pl2;
-- form detach-sub-partitioned
ALTER TABLE ps DETACH PARTITION ps1;
-- form detach-not-a-partition
ALTER TABLE pt DETACH PARTITION te;
-- form drop-partition
DROP TABLE pt1;
-- form drop-partition-with-default
DROP TABLE pd1;
-- form drop-sub-partitioned
DROP TABLE ps1;
-- form drop-partitioned
DROP TABLE ps;
-- form drop-partitioned-fk
DROP TABLE po;
-- form drop-partitioned-referenced
DROP TABLE pc;
-- form drop-partitioned-referenced-cascade
DROP TABLE pc CASCADE;
-- form drop-partition-referenced
DROP TABLE pc0;
-- form drop-partition-referenced-cascade
DROP TABLE pc0 CASCADE;
-- form drop-table-fk-to-partitioned
DROP TABLE pl_from;
-- form drop-default-partition
DROP TABLE pd_rest;
-- form detach-default-partition
ALTER TABLE pd DETACH PARTITION pd_rest;
-- form drop-partition-fk
DROP TABLE po1;
-- form truncate-partitioned
TRUNCATE ps;
-- form truncate-partition
TRUNCATE pt1;
-- form inherit
ALTER TABLE inh_free INHERIT inh_p;
-- form inherit-lacking-check
ALTER TABLE ident INHERIT inh_p;
-- form no-inherit
ALTER TABLE inh_c NO INHERIT inh_p;
-- form inherit-partition
ALTER TABLE te INHERIT pt;
-- form create-table-inherits
CREATE TABLE nt () INHERITS (t);
-- form partition-set-fillfactor
ALTER TABLE pt SET (fillfactor = 80);

-- ## Tables

-- form create-table
CREATE TABLE nt (id bigint PRIMARY KEY);
-- form create-table-existing
CREATE TABLE t (id bigint PRIMARY KEY);
-- form create-table-if-not-exists-existing
CREATE TABLE IF NOT EXISTS t (id bigint PRIMARY KEY);
-- form create-table-with-fk
CREATE TABLE nt (id bigint PRIMARY KEY, p bigint REFERENCES parent (id));
-- form create-table-with-fk-to-itself
CREATE TABLE nt (id bigint PRIMARY KEY, p bigint REFERENCES nt (id));
-- form create-table-with-fk-to-partitioned
CREATE TABLE nt (id bigint PRIMARY KEY, p bigint REFERENCES pc (id));
-- form create-table-with-fk-to-missing
CREATE TABLE nt (id bigint PRIMARY KEY, p bigint REFERENCES missing (id));
-- form create-table-as
CREATE TABLE nt AS SELECT * FROM t;
-- form create-table-as-no-data
CREATE TABLE nt AS SELECT * FROM t WITH NO DATA;
-- form create-table-like
CREATE TABLE nt (LIKE t);
-- form create-table-like-including-all
CREATE TABLE nt (LIKE t INCLUDING ALL);
-- form create-table-nextval
CREATE TABLE nt (id bigint DEFAULT nextval('sq'));
-- form create-temporary-table
CREATE TEMPORARY TABLE nt (id bigint);
-- form create-table-partitioned
CREATE TABLE nt (id bigint) PARTITION BY RANGE (id);
-- form select-into
SELECT * INTO nt FROM t;
-- form drop-table
DROP TABLE te;
-- form drop-table-missing
DROP TABLE missing;
-- form drop-table-if-exists-missing
DROP TABLE IF EXISTS missing;
-- form drop-table-with-view
DROP TABLE t;
-- form drop-table-with-view-cascade
DROP TABLE t CASCADE;
-- form drop-table-with-fk
DROP TABLE u;
-- form drop-table-referenced
DROP TABLE parent;
-- form drop-table-referenced-cascade
DROP TABLE parent CASCADE;
-- form drop-table-both
DROP TABLE fk_from, fk_to;
-- form drop-table-serial
DROP TABLE ident;
-- form drop-table-inheritance
DROP TABLE inh_p;
-- form drop-table-inheritance-cascade
DROP TABLE inh_p CASCADE;
-- form drop-table-inherited
DROP TABLE inh_c;
-- form drop-table-with-row-type
DROP TABLE typed;
-- form drop-foreign-table
DROP FOREIGN TABLE ft;
-- form drop-schema
DROP SCHEMA s1;
-- form drop-schema-cascade
DROP SCHEMA s1 CASCADE;
-- form drop-schema-empty
DROP SCHEMA s2;
-- form truncate
TRUNCATE te;
-- form truncate-two
TRUNCATE te, td;
-- form truncate-referenced
TRUNCATE parent;
-- form truncate-cascade
TRUNCATE parent CASCADE;
-- form truncate-referenced-together
TRUNCATE fk_from, fk_to;
-- form truncate-self-referencing
TRUNCATE fk_from;
-- form truncate-cascade-partitioned
TRUNCATE pc CASCADE;
-- form truncate-restart-identity
TRUNCATE ident RESTART IDENTITY;
-- form truncate-inheritance
TRUNCATE inh_p;
-- form truncate-only-inheritance
TRUNCATE ONLY inh_p;
-- form truncate-view
TRUNCATE vw;

-- ## Storage and settings of tables

-- form set-statistics
ALTER TABLE t ALTER COLUMN a SET STATISTICS 500;
-- form set-statistics-partitioned
ALTER TABLE pt ALTER COLUMN x SET STATISTICS 500;
-- form set-n-distinct-partitioned
ALTER TABLE pt ALTER COLUMN x SET (n_distinct = 5);
-- form set-storage-partitioned
ALTER TABLE ps ALTER COLUMN region SET STORAGE EXTERNAL;
-- form set-compression-partitioned
ALTER TABLE ps ALTER COLUMN region SET COMPRESSION pglz;
-- form set-n-distinct
ALTER TABLE t ALTER COLUMN a SET (n_distinct = 5);
-- form reset-n-distinct
ALTER TABLE t ALTER COLUMN a RESET (n_distinct);
-- form set-storage
ALTER TABLE t ALTER COLUMN tx SET STORAGE EXTERNAL;
-- form set-compression
ALTER TABLE t ALTER COLUMN tx SET COMPRESSION pglz;
-- form set-fillfactor
ALTER TABLE t SET (fillfactor = 80);
-- form reset-fillfactor
ALTER TABLE t RESET (fillfactor);
-- form set-autovacuum
ALTER TABLE t SET (autovacuum_enabled = false);
-- form set-toast-option
ALTER TABLE t SET (toast.autovacuum_enabled = false);
-- form set-parallel-workers
ALTER TABLE t SET (parallel_workers = 4);
-- form set-user-catalog-table
ALTER TABLE t SET (user_catalog_table = true);
-- form set-vacuum-truncate
ALTER TABLE t SET (vacuum_truncate = false);
-- form set-unlogged
ALTER TABLE te SET UNLOGGED;
-- form set-unlogged-referenced
ALTER TABLE parent SET UNLOGGED;
-- form set-unlogged-published
ALTER TABLE t SET UNLOGGED;
-- form set-unlogged-already
ALTER TABLE ul SET UNLOGGED;
-- form set-logged
ALTER TABLE ul SET LOGGED;
-- form set-logged-already
ALTER TABLE te SET LOGGED;
-- form set-unlogged-partitioned
ALTER TABLE pt SET UNLOGGED;
-- form set-tablespace-partitioned
ALTER TABLE pt SET TABLESPACE other;
-- form set-access-method-partitioned
ALTER TABLE pt SET ACCESS METHOD heap;
-- form set-tablespace-materialized-view
ALTER MATERIALIZED VIEW mv SET TABLESPACE other;
-- form set-unlogged-serial
ALTER TABLE ident SET UNLOGGED;
-- form set-tablespace-same
ALTER TABLE t SET TABLESPACE pg_default;
-- form set-tablespace
ALTER TABLE t SET TABLESPACE other;
-- form set-tablespace-index
ALTER INDEX t_a_idx SET TABLESPACE other;
-- form set-access-method
ALTER TABLE t SET ACCESS METHOD heap;
-- form set-access-method-default
ALTER TABLE t SET ACCESS METHOD DEFAULT;
-- form set-without-cluster
ALTER TABLE clus SET WITHOUT CLUSTER;
-- form set-without-oids
ALTER TABLE t SET WITHOUT OIDS;
-- form cluster-on
ALTER TABLE t CLUSTER ON t_a_idx;
-- form replica-identity-full
ALTER TABLE t REPLICA IDENTITY FULL;
-- form replica-identity-nothing
ALTER TABLE t REPLICA IDENTITY NOTHING;
-- form replica-identity-index
ALTER TABLE proof REPLICA IDENTITY USING INDEX proof_id_key;
-- form replica-identity-nullable-index
ALTER TABLE proof REPLICA IDENTITY USING INDEX proof_e_key;
-- form owner-to
ALTER TABLE t OWNER TO godwit_role;
-- form owner-to-serial
ALTER TABLE ident OWNER TO godwit_role;
-- form owner-to-partitioned
ALTER TABLE pt OWNER TO godwit_role;
-- form of-type
ALTER TABLE untyped OF row_type;
-- form not-of
ALTER TABLE typed NOT OF;

-- ## Row security, triggers, rules

-- form enable-rls
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- form disable-rls
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
-- form force-rls
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- form no-force-rls
ALTER TABLE t NO FORCE ROW LEVEL SECURITY;
-- form create-policy
CREATE POLICY p ON t USING (true);
-- form create-policy-subquery
CREATE POLICY p ON t USING (EXISTS (SELECT FROM parent));
-- form alter-policy
ALTER POLICY rls_policy ON rls USING (true);
-- form drop-policy
DROP POLICY rls_policy ON rls;
-- form create-trigger
CREATE TRIGGER tg2 AFTER UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f();
-- form create-or-replace-trigger
CREATE OR REPLACE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- form create-trigger-existing
CREATE TRIGGER trg BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
-- form create-constraint-trigger
CREATE CONSTRAINT TRIGGER tg2 AFTER UPDATE ON t FROM parent DEFERRABLE FOR EACH ROW EXECUTE FUNCTION f();
-- form create-trigger-partitioned
CREATE TRIGGER tgp AFTER UPDATE ON pt FOR EACH ROW EXECUTE FUNCTION f();
-- form create-trigger-sub-partitioned
CREATE TRIGGER tgp AFTER UPDATE ON ps FOR EACH ROW EXECUTE FUNCTION f();
-- form create-trigger-statement-partitioned
CREATE TRIGGER tgp AFTER UPDATE ON pt FOR EACH STATEMENT EXECUTE FUNCTION f();
-- form create-trigger-view
CREATE TRIGGER tgv INSTEAD OF INSERT ON vw FOR EACH ROW EXECUTE FUNCTION f();
-- form drop-trigger
DROP TRIGGER trg ON t;
-- form disable-trigger
ALTER TABLE t DISABLE TRIGGER trg;
-- form enable-trigger
ALTER TABLE t ENABLE TRIGGER trg;
-- form enable-always-trigger
ALTER TABLE t ENABLE ALWAYS TRIGGER trg;
-- form disable-trigger-all
ALTER TABLE t DISABLE TRIGGER ALL;
-- form disable-trigger-user
ALTER TABLE t DISABLE TRIGGER USER;
-- form drop-trigger-partitioned
DROP TRIGGER pg_trigger ON pg;
-- form drop-trigger-partition
DROP TRIGGER pg_trigger ON pg1;
-- form disable-trigger-partitioned-copied
ALTER TABLE pg DISABLE TRIGGER pg_trigger;
-- form disable-trigger-only-partitioned
ALTER TABLE ONLY pg DISABLE TRIGGER pg_trigger;
-- form drop-trigger-if-exists-missing
DROP TRIGGER IF EXISTS missing ON t;
-- form disable-trigger-partitioned
ALTER TABLE pt DISABLE TRIGGER ALL;
-- form create-rule
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
-- form create-or-replace-rule
CREATE OR REPLACE RULE ruled_rule AS ON DELETE TO ruled DO INSTEAD NOTHING;
-- form drop-rule
DROP RULE ruled_rule ON ruled;
-- form disable-rule
ALTER TABLE ruled DISABLE RULE ruled_rule;
-- form enable-rule
ALTER TABLE ruled ENABLE RULE ruled_rule;

-- ## Views and materialized views

-- form create-view
CREATE VIEW v2 AS SELECT id FROM t;
-- form create-or-replace-view
CREATE OR REPLACE VIEW vw AS SELECT id, a, tx, b FROM t;
-- form create-or-replace-view-new
CREATE OR REPLACE VIEW v2 AS SELECT id FROM t;
-- form create-or-replace-view-fewer-columns
CREATE OR REPLACE VIEW vw AS SELECT id FROM t;
-- form create-view-existing
CREATE VIEW vw AS SELECT id FROM t;
-- form drop-view
DROP VIEW vw_on_vw;
-- form drop-view-used
DROP VIEW vw;
-- form drop-view-cascade
DROP VIEW vw CASCADE;
-- form set-view-option
ALTER VIEW vw SET (security_barrier = true);
-- form set-view-schema
ALTER VIEW vw SET SCHEMA s2;
-- form owner-view
ALTER VIEW vw OWNER TO godwit_role;
-- form create-materialized-view
CREATE MATERIALIZED VIEW mv2 AS SELECT id FROM t;
-- form create-materialized-view-no-data
CREATE MATERIALIZED VIEW mv2 AS SELECT id FROM t WITH NO DATA;
-- form create-materialized-view-if-not-exists-existing
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT id FROM t;
-- form refresh-materialized-view
REFRESH MATERIALIZED VIEW mv;
-- form refresh-materialized-view-concurrently
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- form refresh-materialized-view-no-data
REFRESH MATERIALIZED VIEW mv WITH NO DATA;
-- form drop-materialized-view
DROP MATERIALIZED VIEW mv;
-- form alter-materialized-view-set
ALTER MATERIALIZED VIEW mv SET (fillfactor = 80);
-- form alter-materialized-view-cluster-on
ALTER MATERIALIZED VIEW mv CLUSTER ON mv_id;

-- ## Sequences, types, functions

-- form create-sequence
CREATE SEQUENCE sq2;
-- form create-sequence-owned
CREATE SEQUENCE sq2 OWNED BY t.b;
-- form alter-sequence-restart
ALTER SEQUENCE sq RESTART WITH 100;
-- form alter-sequence-increment
ALTER SEQUENCE sq INCREMENT BY 10;
-- form alter-sequence-as-int
ALTER SEQUENCE sq AS int;
-- form alter-sequence-owned-by
ALTER SEQUENCE sq OWNED BY t.b;
-- form alter-sequence-owned-by-none
ALTER SEQUENCE ident_s_seq OWNED BY NONE;
-- form set-sequence-logged
ALTER SEQUENCE sq SET UNLOGGED;
-- form drop-sequence
DROP SEQUENCE sq;
-- form drop-sequence-owned
DROP SEQUENCE ident_s_seq;
-- form drop-sequence-owned-cascade
DROP SEQUENCE ident_s_seq CASCADE;
-- form create-type-enum
CREATE TYPE en2 AS ENUM ('a');
-- form enum-add-value
ALTER TYPE en ADD VALUE 'd';
-- form enum-add-value-before
ALTER TYPE en ADD VALUE 'z' BEFORE 'a';
-- form enum-add-value-existing
ALTER TYPE en ADD VALUE 'a';
-- form enum-add-value-if-not-exists-existing
ALTER TYPE en ADD VALUE IF NOT EXISTS 'a';
-- form enum-rename-value
ALTER TYPE en RENAME VALUE 'a' TO 'aa';
-- form enum-rename-value-missing
ALTER TYPE en RENAME VALUE 'missing' TO 'aa';
-- form drop-type-used
DROP TYPE en;
-- form drop-type-cascade
DROP TYPE en CASCADE;
-- form drop-type
DROP TYPE pair;
-- form type-add-attribute
ALTER TYPE pair ADD ATTRIBUTE z int;
-- form type-add-attribute-in-use
ALTER TYPE pair_in_use ADD ATTRIBUTE z int;
-- form type-add-attribute-typed-table
ALTER TYPE row_type ADD ATTRIBUTE z int;
-- form type-add-attribute-typed-table-cascade
ALTER TYPE row_type ADD ATTRIBUTE z int CASCADE;
-- form type-drop-attribute-in-use
ALTER TYPE pair_in_use DROP ATTRIBUTE y;
-- form type-alter-attribute-in-use
ALTER TYPE pair_in_use ALTER ATTRIBUTE y TYPE bigint;
-- form type-alter-attribute
ALTER TYPE pair ALTER ATTRIBUTE y TYPE bigint;
-- form type-rename-attribute-in-use
ALTER TYPE pair_in_use RENAME ATTRIBUTE y TO z;
-- form create-domain
CREATE DOMAIN d2 AS int CHECK (VALUE > 0);
-- form domain-add-constraint
ALTER DOMAIN dom ADD CONSTRAINT dc CHECK (VALUE > 0);
-- form domain-add-constraint-not-valid
ALTER DOMAIN dom ADD CONSTRAINT dc CHECK (VALUE > 0) NOT VALID;
-- form domain-validate
ALTER DOMAIN dom_not_valid VALIDATE CONSTRAINT dom_not_valid_check;
-- form domain-set-not-null
ALTER DOMAIN dom SET NOT NULL;
-- form domain-drop-not-null
ALTER DOMAIN dom_not_null DROP NOT NULL;
-- form domain-add-not-null
ALTER DOMAIN dom ADD CONSTRAINT nn NOT NULL;
-- form domain-set-default
ALTER DOMAIN dom SET DEFAULT 3;
-- form domain-drop-constraint
ALTER DOMAIN dom_not_valid DROP CONSTRAINT dom_not_valid_check;
-- form drop-domain-used
DROP DOMAIN dom;
-- form drop-domain-cascade
DROP DOMAIN dom CASCADE;
-- form create-function
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'select 1';
-- form create-or-replace-function
CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return old; end';
-- form create-function-atomic
CREATE FUNCTION g() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;
-- form drop-function-used
DROP FUNCTION f();
-- form drop-function-cascade
DROP FUNCTION f() CASCADE;
-- form create-schema
CREATE SCHEMA s3;
-- form create-extension
CREATE EXTENSION IF NOT EXISTS plpgsql;

-- ## Privileges, comments, statistics, publications

-- form grant
GRANT SELECT ON t TO godwit_role;
-- form grant-column
GRANT SELECT (a) ON t TO godwit_role;
-- form grant-all-in-schema
GRANT SELECT ON ALL TABLES IN SCHEMA s1 TO godwit_role;
-- form revoke
REVOKE SELECT ON t FROM godwit_role;
-- form grant-sequence
GRANT USAGE ON SEQUENCE sq TO godwit_role;
-- form alter-default-privileges
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO godwit_role;
-- form comment-on-table
COMMENT ON TABLE t IS 'x';
-- form comment-on-column
COMMENT ON COLUMN t.a IS 'x';
-- form comment-on-view
COMMENT ON VIEW vw IS 'x';
-- form comment-on-constraint
COMMENT ON CONSTRAINT t_chk_nv ON t IS 'x';
-- form comment-on-trigger
COMMENT ON TRIGGER trg ON t IS 'x';
-- form comment-on-type
COMMENT ON TYPE en IS 'x';
-- form create-statistics
CREATE STATISTICS st ON a, b FROM t;
-- form alter-statistics
ALTER STATISTICS st_u SET STATISTICS 100;
-- form drop-statistics
DROP STATISTICS st_u;
-- form create-publication
CREATE PUBLICATION pub2 FOR TABLE u;
-- form create-publication-all
CREATE PUBLICATION pub2 FOR ALL TABLES;
-- form create-publication-schema
CREATE PUBLICATION pub2 FOR TABLES IN SCHEMA s1;
-- form alter-publication-add
ALTER PUBLICATION pub ADD TABLE u;
-- form alter-publication-drop
ALTER PUBLICATION pub DROP TABLE t;
-- form alter-publication-set-option
ALTER PUBLICATION pub SET (publish = 'insert');
-- form alter-publication-set-table
ALTER PUBLICATION pub SET TABLE u;
-- form drop-publication
DROP PUBLICATION pub;
-- form create-role
CREATE ROLE godwit_role2;
-- form alter-system
ALTER SYSTEM SET work_mem = '4MB';
-- form create-database
CREATE DATABASE godwit_other;

-- ## Maintenance, locks and rows

-- form cluster
CLUSTER t USING t_a_idx;
-- form cluster-again
CLUSTER clus;
-- form cluster-never-clustered
CLUSTER te;
-- form cluster-partitioned
CLUSTER pt USING pt_x;
-- form vacuum
VACUUM te;
-- form vacuum-full
VACUUM FULL te;
-- form vacuum-full-materialized-view
VACUUM FULL mv;
-- form vacuum-analyze
VACUUM (ANALYZE) te;
-- form vacuum-partitioned
VACUUM pt;
-- form analyze
ANALYZE t;
-- form vacuum-inheritance
VACUUM inh_p;
-- form analyze-inheritance
ANALYZE inh_p;
-- form vacuum-two
VACUUM te, td;
-- form vacuum-materialized-view
VACUUM mv;
-- form analyze-partitioned
ANALYZE pt;
-- form lock-table
LOCK TABLE t;
-- form lock-table-share-row-exclusive
LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE;
-- form lock-table-row-exclusive
LOCK TABLE t IN ROW EXCLUSIVE MODE;
-- form lock-table-access-share
LOCK TABLE t IN ACCESS SHARE MODE;
-- form lock-table-partitioned
LOCK TABLE ps IN SHARE MODE;
-- form lock-table-view
LOCK TABLE vw IN SHARE MODE;
-- form lock-table-only
LOCK TABLE ONLY inh_p;
-- form update-all-rows
UPDATE te SET d = 'y';
-- form update-by-key
UPDATE u SET x = 'y' WHERE id = 1;
-- form update-from
UPDATE te SET d = u.x FROM u WHERE u.a = te.id;
-- form delete-all-rows
DELETE FROM te;
-- form delete-referenced
DELETE FROM pl WHERE id + 0 > 30000;
-- form delete-self-referencing
DELETE FROM fk_from;
-- form update-fk-column
UPDATE u SET r = 1;
-- form update-referenced-column
UPDATE pl SET id = id + 2000 WHERE id + 0 > 30000;
-- form insert-values
INSERT INTO te VALUES (1, 'a', 'd');
-- form insert-select
INSERT INTO te SELECT g, 'a', 'd' FROM generate_series(1, 10) g;
-- form insert-select-table
INSERT INTO te (id) SELECT id FROM td;
-- form insert-with-fk
INSERT INTO u (id, a, r) VALUES (5000, 5000, 1);
-- form insert-on-conflict
INSERT INTO u (id, a, r) VALUES (6000, 6000, 1) ON CONFLICT DO NOTHING;
-- form insert-partitioned
INSERT INTO p0 VALUES (1, '2020-03-01', 1);
-- form merge
MERGE INTO te USING td ON td.id = te.id WHEN MATCHED THEN UPDATE SET d = 'y';
-- form select
SELECT count(*) FROM t;
-- form select-for-update
SELECT id FROM te FOR UPDATE;
-- form select-for-share
SELECT id FROM te FOR SHARE;
-- form do-block
DO $$ BEGIN ALTER TABLE te ADD COLUMN z int; END $$;
-- form set-session
SET search_path = s1;
-- form set-constraints
SET CONSTRAINTS ALL DEFERRED;
-- form reset-all
RESET ALL;
-- form discard-all
DISCARD ALL;
