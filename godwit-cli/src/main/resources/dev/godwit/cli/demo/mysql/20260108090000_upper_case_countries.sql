UPDATE customers SET country = upper(country) WHERE BINARY country <> upper(country);
