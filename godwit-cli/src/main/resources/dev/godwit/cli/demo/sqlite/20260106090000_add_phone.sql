ALTER TABLE customers ADD COLUMN phone text;

-- godwit:down
ALTER TABLE customers DROP COLUMN phone;
