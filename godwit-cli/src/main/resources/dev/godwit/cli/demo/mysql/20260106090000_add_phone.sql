ALTER TABLE customers ADD COLUMN phone varchar(40);

-- godwit:down
ALTER TABLE customers DROP COLUMN phone;
