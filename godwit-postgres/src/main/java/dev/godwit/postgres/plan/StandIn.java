package dev.godwit.postgres.plan;

import dev.godwit.core.plan.PlanContext;
import dev.godwit.core.plan.SqlText;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import java.util.List;
import java.util.Map;

/**
 * A view that stands under a table's old name for the old application: reads and writes go through it to the table (manual, CREATE VIEW,
 * Updatable Views).
 *
 * @param view its name
 * @param table the table as it is called by then
 * @param aliases columns that it shows under a further name, by that name
 */
record StandIn(PlanContext context, QualifiedName view, QualifiedName table, Map<Identifier, Identifier> aliases) {
    private static final int SECURITY_INVOKER = 15;

    /** What it cannot do, for people. */
    static final String LIMITS =
            "; COPY FROM, TRUNCATE, LOCK and system columns such as xmin are not to be had through it";

    /** Makes it, with the owner and the privileges of the table. */
    List<String> create() {
        SqlText sql = context.sql();
        var columns = new StringBuilder(sql.sql("{}.*", table));
        aliases.forEach((alias, column) -> columns.append(sql.sql(", {}.{} AS {}", table, column, alias)));
        // Without it the policies of the table are those of the view's owner.
        String invoker = context.version().atLeast(SECURITY_INVOKER) ? " WITH (security_invoker = true)" : "";
        return List.of(
                sql.sql("CREATE VIEW {}" + invoker + " AS SELECT {} FROM {}", view, new Raw(columns.toString()), table),
                privileges());
    }

    private String privileges() {
        SqlText sql = context.sql();
        Raw from = new Raw(sql.literal(sql.name(table)));
        Raw to = new Raw(sql.literal(sql.name(view)));
        return sql.sql("""
                DO $godwit$ DECLARE said record; BEGIN
                FOR said IN SELECT format('GRANT %s%s ON {} TO %s%s', acl.privilege_type,
                            '(' || quote_ident(shown.attname) || ')', coalesce(quote_ident(role.rolname), 'PUBLIC'),
                            CASE WHEN acl.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS grant_text
                        FROM (SELECT oid, 0 AS attnum, relacl AS acl FROM pg_class WHERE oid = {}::regclass
                              UNION ALL SELECT attrelid, attnum, attacl FROM pg_attribute WHERE attrelid = {}::regclass) granted
                        CROSS JOIN LATERAL aclexplode(granted.acl) acl
                        LEFT JOIN pg_roles role ON role.oid = acl.grantee
                        LEFT JOIN LATERAL (SELECT v.attname FROM pg_attribute t JOIN pg_attribute v ON v.attrelid = {}::regclass
                            WHERE granted.attnum > 0 AND t.attrelid = granted.oid AND t.attnum = granted.attnum
                              AND (v.attname = t.attname{})) shown ON true
                        WHERE acl.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
                LOOP EXECUTE said.grant_text; END LOOP;
                EXECUTE (SELECT format('ALTER VIEW {} OWNER TO %I', pg_get_userbyid(relowner)) FROM pg_class WHERE oid = {}::regclass);
                END $godwit$""", escaped(sql.name(view)), from, from, to, new Raw(also()), escaped(sql.name(view)), from);
    }

    private String also() {
        SqlText sql = context.sql();
        var also = new StringBuilder();
        aliases.forEach((alias, column) -> also.append(" OR (t.attname = ")
                .append(sql.literal(column.name()))
                .append(" AND v.attname = ")
                .append(sql.literal(alias.name()))
                .append(')'));
        return also.toString();
    }

    // Within a literal that format() reads.
    private static Raw escaped(String name) {
        return new Raw(name.replace("'", "''").replace("%", "%%"));
    }

    /** Looks for what follows the table and not its name: rules, and routines and columns that take a row of it. */
    static Step.Check check(PlanContext context, QualifiedName table) {
        SqlText sql = context.sql();
        Raw name = new Raw(sql.literal(sql.name(table)));
        return new Step.Check(
                "nothing takes a row of it as a whole",
                sql.sql("""
                        SELECT 'rule ' || rulename FROM pg_rewrite WHERE ev_class = {}::regclass
                        UNION ALL SELECT 'routine ' || p.oid::regprocedure FROM pg_proc p JOIN pg_class c ON c.oid = {}::regclass
                            JOIN pg_type y ON y.oid = c.reltype
                            WHERE p.prorettype IN (y.oid, y.typarray) OR y.oid = ANY (p.proargtypes) OR y.typarray = ANY (p.proargtypes)
                        UNION ALL SELECT 'column ' || a.attrelid::regclass || '.' || a.attname FROM pg_attribute a
                            JOIN pg_class c ON c.oid = {}::regclass JOIN pg_type y ON y.oid = c.reltype
                            WHERE a.atttypid IN (y.oid, y.typarray) AND NOT a.attisdropped""", name, name, name),
                "cannot give " + table
                        + " another name while both applications work: these hang on the table and not on its name:");
    }
}
