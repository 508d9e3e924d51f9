package dev.godwit.formats;

import java.util.List;
import java.util.Map;

/** How Flyway 13 makes its table. */
final class FlywayDdl {
    private static final List<String> MYSQL = List.of("""
            CREATE TABLE <table> (
                `installed_rank` INT NOT NULL,
                `version` VARCHAR(50),
                `description` VARCHAR(200) NOT NULL,
                `type` VARCHAR(20) NOT NULL,
                `script` VARCHAR(1000) NOT NULL,
                `checksum` INT,
                `installed_by` VARCHAR(100) NOT NULL,
                `installed_on` TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
                `execution_time` INT NOT NULL,
                `success` BOOL NOT NULL,
                CONSTRAINT <name:_pk> PRIMARY KEY (`installed_rank`)
            )""", "CREATE INDEX <name:_s_idx> ON <table> (`success`)");

    static final Map<String, List<String>> BY_PRODUCT = Map.of(
            "postgres",
            List.of("""
                    CREATE TABLE <table> (
                        "installed_rank" INT NOT NULL,
                        "version" VARCHAR(50),
                        "description" VARCHAR(200) NOT NULL,
                        "type" VARCHAR(20) NOT NULL,
                        "script" VARCHAR(1000) NOT NULL,
                        "checksum" INTEGER,
                        "installed_by" VARCHAR(100) NOT NULL,
                        "installed_on" TIMESTAMP NOT NULL DEFAULT now(),
                        "execution_time" INTEGER NOT NULL,
                        "success" BOOLEAN NOT NULL,
                        CONSTRAINT <name:_pk> PRIMARY KEY ("installed_rank")
                    )""", "CREATE INDEX <name:_s_idx> ON <table> (\"success\")"),
            "mysql",
            MYSQL,
            "mariadb",
            MYSQL,
            "sqlite",
            List.of("""
                    CREATE TABLE <table> (
                        "installed_rank" INT NOT NULL PRIMARY KEY,
                        "version" VARCHAR(50),
                        "description" VARCHAR(200) NOT NULL,
                        "type" VARCHAR(20) NOT NULL,
                        "script" VARCHAR(1000) NOT NULL,
                        "checksum" INT,
                        "installed_by" VARCHAR(100) NOT NULL,
                        "installed_on" TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')),
                        "execution_time" INT NOT NULL,
                        "success" BOOLEAN NOT NULL
                    )""", "CREATE INDEX <name:_s_idx> ON <table> (\"success\")"));

    private FlywayDdl() {}
}
