-- case: as the page shows it
-- finds: drop-constraint
ALTER TABLE orders DROP CONSTRAINT paid_positive;

-- case: the safer way
ALTER TABLE orders ADD CONSTRAINT paid_known CHECK (paid >= 0) NOT VALID;
-- file: 2.sql
ALTER TABLE orders VALIDATE CONSTRAINT paid_known;

-- case: a check whose NOT NULL is there by now
CREATE TABLE users (id bigint PRIMARY KEY, email text, CONSTRAINT email_present CHECK (email IS NOT NULL));
-- file: 2.sql
ALTER TABLE users ALTER COLUMN email SET NOT NULL;
ALTER TABLE users DROP CONSTRAINT email_present;

-- case: it is put back in the same statement
ALTER TABLE orders DROP CONSTRAINT paid_positive, ADD CONSTRAINT paid_positive CHECK (paid > 0) NOT VALID;

-- case: it is put back further down
ALTER TABLE orders DROP CONSTRAINT IF EXISTS paid_positive;
ALTER TABLE orders ADD CONSTRAINT paid_positive CHECK (paid > 0) NOT VALID;

-- case: the same file has added it
ALTER TABLE orders ADD CONSTRAINT draft CHECK (paid > 0) NOT VALID;
ALTER TABLE orders DROP CONSTRAINT draft;
