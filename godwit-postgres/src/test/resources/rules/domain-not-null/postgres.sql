-- case: as the page shows it
-- finds: domain-not-null
ALTER DOMAIN email SET NOT NULL;

-- case: the safer way
ALTER DOMAIN email ADD CONSTRAINT email_present CHECK (VALUE IS NOT NULL) NOT VALID;
