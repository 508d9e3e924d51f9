-- case: the usual mode refuses them
-- finds: mysql-zero-date-sql-mode "error 1067"
CREATE TABLE events (id bigint PRIMARY KEY, at datetime NOT NULL DEFAULT '0000-00-00 00:00:00');
-- finds: mysql-zero-date-sql-mode
ALTER TABLE users ADD COLUMN born date DEFAULT '1970-00-00';
-- finds: mysql-zero-date-sql-mode
ALTER TABLE users MODIFY seen timestamp NOT NULL DEFAULT 0;

-- case: the mode is changed for it
SET sql_mode = '';
-- finds: mysql-zero-date-sql-mode "later each ALTER TABLE of events fails"
CREATE TABLE events (id bigint PRIMARY KEY, at datetime NOT NULL DEFAULT '0000-00-00 00:00:00');

-- case: dates, and zeros that are none
CREATE TABLE events (
  id bigint PRIMARY KEY,
  at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  first date NOT NULL DEFAULT '1970-01-01',
  last datetime DEFAULT '2010-10-20 00:00:00',
  spent time NOT NULL DEFAULT '00:00:00',
  label varchar(20) NOT NULL DEFAULT '0000-00-00',
  size int NOT NULL DEFAULT 0
);
