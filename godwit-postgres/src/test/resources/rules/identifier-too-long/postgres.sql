-- case: as the page shows it
-- finds: identifier-too-long
CREATE TABLE orders_of_customers_who_have_not_paid_for_more_than_three_months (id bigint PRIMARY KEY);

-- case: the safer way
CREATE TABLE overdue_orders (id bigint PRIMARY KEY);

-- case: 63 bytes are kept
CREATE TABLE a23456789b23456789c23456789d23456789e23456789f23456789g23 (id bigint PRIMARY KEY);
CREATE TABLE a23456789b23456789c23456789d23456789e23456789f23456789g2345 (id bigint PRIMARY KEY);

-- case: constraints and columns
-- finds: identifier-too-long "bytes"
ALTER TABLE users ADD COLUMN the_number_under_which_the_customer_can_be_called_on_working_days text;
-- finds: identifier-too-long
ALTER TABLE users ADD CONSTRAINT "The number under which the customer can be called on working days is not empty" CHECK (phone <> '') NOT VALID;
