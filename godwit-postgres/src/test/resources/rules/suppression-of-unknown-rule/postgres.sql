-- case: mistyped
-- finds-in-file: suppression-of-unknown-rule "is the nearest"
-- godwit:allow cannot-analyze -- our extension knows it
SELECT 1;

-- case: no rule at all
-- finds-in-file: suppression-of-unknown-rule "does not say which rule"
-- godwit:allow
SELECT 1;

-- case: a rule that is there
-- godwit:allow cannot-analyse -- our extension knows it
FROBNICATE users;
SELECT 1;
