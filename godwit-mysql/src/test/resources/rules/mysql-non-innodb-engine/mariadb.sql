-- case: no transactions
-- finds: mysql-non-innodb-engine "a crash breaks the table"
CREATE TABLE logs (id bigint PRIMARY KEY, line text) ENGINE=Aria;

-- case: InnoDB, or an engine with transactions
CREATE TABLE logs (id bigint PRIMARY KEY) ENGINE=InnoDB;
CREATE TABLE parts (id bigint PRIMARY KEY) ENGINE=ROCKSDB;
