-- case: as the page shows it
-- finds: rls-without-policy
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;

-- case: the safer way
CREATE POLICY own_rows ON customers USING (owner = current_user);
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;

-- case: an earlier migration has made a policy
CREATE POLICY own_rows ON customers USING (owner = current_user);
-- file: 2.sql
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;

-- case: switched off
ALTER TABLE customers DISABLE ROW LEVEL SECURITY;
