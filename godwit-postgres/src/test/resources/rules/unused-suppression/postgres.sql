-- case: nothing is found there
-- finds-in-file: unused-suppression "in the statement that this is for"
-- godwit:allow cannot-analyse -- our extension knows it
SELECT 1;

-- case: it stands before another statement
-- finds-in-file: unused-suppression
-- godwit:allow cannot-analyse -- our extension knows it
SELECT 1;
-- finds: cannot-analyse
FROBNICATE users;

-- case: the whole file
-- finds-in-file: unused-suppression "in this file"
-- godwit:allow-file cannot-analyse -- our extension knows it
SELECT 1;

-- case: used before, behind and for the file
-- godwit:allow cannot-analyse -- our extension knows it
FROBNICATE users;
SELECT 1;
FROBNICATE users; -- godwit:allow cannot-analyse -- our extension knows it

-- case: used for the file
-- godwit:allow-file cannot-analyse -- our extension knows it
SELECT 1;
FROBNICATE users;
FROBNICATE orders;
