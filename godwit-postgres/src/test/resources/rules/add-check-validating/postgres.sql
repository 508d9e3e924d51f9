-- case: as the page shows it
-- finds: add-check-validating
ALTER TABLE accounts ADD CONSTRAINT balance_positive CHECK (balance >= 0);

-- case: the safer way
ALTER TABLE accounts ADD CONSTRAINT balance_positive CHECK (balance >= 0) NOT VALID;
-- file: 2.sql
ALTER TABLE accounts VALIDATE CONSTRAINT balance_positive;

-- case: the table is new
CREATE TABLE accounts (id bigint PRIMARY KEY, balance numeric);
ALTER TABLE accounts ADD CHECK (balance >= 0);

-- case: NOT NULL as a constraint
-- finds: add-check-validating "accounts"
ALTER TABLE accounts ADD CONSTRAINT balance_there NOT NULL balance;
