-- case: no reason
-- finds-in-file: suppression-requires-reason "cannot-analyse"
-- godwit:allow cannot-analyse
FROBNICATE users;
SELECT 1;

-- case: an empty reason
-- finds-in-file: suppression-requires-reason
-- godwit:allow cannot-analyse --
FROBNICATE users;
SELECT 1;

-- case: a reason
-- godwit:allow cannot-analyse -- our extension knows it
FROBNICATE users;
SELECT 1;
