-- case: as the page shows it
-- finds: prefer-identity
CREATE TABLE orders (id bigserial PRIMARY KEY);

-- case: the safer way
CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY);
