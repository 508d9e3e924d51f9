-- case: the server's own mode takes them
CREATE TABLE events (id bigint PRIMARY KEY, at datetime NOT NULL DEFAULT '0000-00-00 00:00:00');

-- case: it is told to refuse them
SET sql_mode = 'STRICT_TRANS_TABLES,NO_ZERO_DATE,NO_ZERO_IN_DATE';
-- finds: mysql-zero-date-sql-mode "error 1067"
CREATE TABLE events (id bigint PRIMARY KEY, at datetime NOT NULL DEFAULT '0000-00-00 00:00:00');
