-- case: no rule breaks down on what is strange
FROBNICATE users;
ALTER TABLE nowhere ADD COLUMN a nothing.known;
ALTER TABLE nowhere RENAME a TO a;
DROP TABLE nowhere, nowhere CASCADE;
CREATE TABLE empty ();
CREATE STATISTICS ON a, b FROM nowhere;
