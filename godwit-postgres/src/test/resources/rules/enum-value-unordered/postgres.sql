-- case: as the page shows it
-- finds: enum-value-unordered
ALTER TYPE size ADD VALUE 'medium';

-- case: the safer way
ALTER TYPE size ADD VALUE 'medium' AFTER 'small';
