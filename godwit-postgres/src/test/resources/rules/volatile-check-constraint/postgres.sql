-- case: as the page shows it
-- finds: volatile-check-constraint
ALTER TABLE bookings ADD CONSTRAINT in_future CHECK (day > now()) NOT VALID;

-- case: the safer way
CREATE FUNCTION check_day() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.day <= now() THEN RAISE 'in the past'; END IF; RETURN NEW; END $$;

-- case: at a column
-- finds: volatile-check-constraint
CREATE TABLE bookings (id bigint PRIMARY KEY, day date CHECK (day >= CURRENT_DATE));

-- case: a fixed date
CREATE TABLE bookings (id bigint PRIMARY KEY, day date CHECK (day >= '2020-01-01'));
