-- case: as the page shows it
-- finds: prefer-text-over-char
CREATE TABLE countries (id bigint PRIMARY KEY, code char(2));

-- case: the safer way
CREATE TABLE countries (id bigint PRIMARY KEY, code text CHECK (length(code) = 2));
