-- case: no transactions
-- finds: mysql-non-innodb-engine "a crash breaks the table"
CREATE TABLE logs (id bigint PRIMARY KEY, line text) ENGINE=MyISAM;
-- finds: mysql-non-innodb-engine "a restart loses all rows"
CREATE TABLE sessions (id bigint PRIMARY KEY) ENGINE = MEMORY;
-- finds: mysql-non-innodb-engine "ALTER TABLE users ENGINE = InnoDB"
ALTER TABLE users ENGINE = 'myisam';

-- case: InnoDB, or what is gone with the session
CREATE TABLE logs (id bigint PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE lines (id bigint PRIMARY KEY);
CREATE TABLE parts (id bigint PRIMARY KEY) ENGINE = ndbcluster;
CREATE TEMPORARY TABLE scratch (id bigint PRIMARY KEY) ENGINE = MEMORY;
ALTER TABLE users ENGINE = InnoDB;
