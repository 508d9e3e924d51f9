UPDATE customers SET country = upper(country) WHERE country <> upper(country);
