-- case: capitals
-- finds: mysql-lower-case-table-names "another table than userroles on Linux"
CREATE TABLE UserRoles (id bigint PRIMARY KEY);
-- finds: mysql-lower-case-table-names
RENAME TABLE users TO Users;
-- finds: mysql-lower-case-table-names
ALTER TABLE orders RENAME TO Orders;

-- case: none
CREATE TABLE user_roles (Id bigint PRIMARY KEY);
RENAME TABLE Users TO users;
