package dev.godwit.postgres.live;

import dev.godwit.core.catalog.Publication;
import dev.godwit.core.catalog.Routine;
import dev.godwit.core.catalog.Sequence;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.PublicationTables.Member;
import dev.godwit.sql.QualifiedName;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads sequences, routines and publications. */
final class Others {
    private static final String SEQUENCES = """
        SELECT s.seqrelid, format_type(s.seqtypid, NULL),
               (SELECT d.refobjid FROM pg_depend d
                WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
                    AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1),
               CASE WHEN has_sequence_privilege(s.seqrelid, 'SELECT,USAGE')
                   THEN pg_sequence_last_value(s.seqrelid) END,
               (SELECT a.attname FROM pg_depend d
                JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
                WHERE d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
                    AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') LIMIT 1)
        FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE
        """ + Source.OF_USERS + """
        """;

    private static final String ROUTINES = """
        SELECT n.nspname, p.proname, p.prokind, p.provolatile,
               coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) || ' '
                   || pg_get_function_identity_arguments(p.oid) || ' '
                   || coalesce(format_type(p.prorettype, NULL), '')
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE NOT EXISTS (SELECT FROM pg_depend e
                          WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
            AND
        """ + Source.OF_USERS + """
        ORDER BY p.oid
        """;

    private static final String MEMBERS_BEFORE_15 =
            "SELECT m.prpubid, m.prrelid, NULL::name[], NULL::text FROM pg_publication_rel m";

    private static final String MEMBERS = """
        SELECT m.prpubid, m.prrelid,
               (SELECT array_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = m.prrelid AND a.attnum = ANY (m.prattrs)),
               pg_get_expr(m.prqual, m.prrelid)
        FROM pg_publication_rel m
        """;

    private static final String SCOPES_BEFORE_15 =
            "SELECT oid, pubname, CASE WHEN puballtables THEN 'ALL TABLES' ELSE '' END FROM pg_publication";

    private static final String SCOPES = """
        SELECT p.oid, p.pubname,
               CASE WHEN p.puballtables THEN 'ALL TABLES'
                    WHEN EXISTS (SELECT FROM pg_publication_namespace s WHERE s.pnpubid = p.oid)
                        THEN 'TABLES IN SCHEMA'
                    ELSE '' END
        FROM pg_publication p
        """;

    private final Source source;
    private final Relations relations;

    Others(Source source, Relations relations) {
        this.source = source;
        this.relations = relations;
    }

    void read() {
        source.builder().forgetSequences();
        source.query(SEQUENCES, this::sequence).forEach(sequence -> sequence.ifPresent(source.builder()::put));
        source.query(ROUTINES, this::routine).forEach(source.builder()::put);
        publications();
    }

    private Optional<Sequence> sequence(ResultSet row) throws SQLException {
        Optional<Relation> relation = relations.find(row.getLong(1));
        String type = row.getString(2);
        Optional<QualifiedName> owner = relations.find(row.getLong(3)).map(Relation::name);
        long last = row.getLong(4);
        Optional<Long> value = row.wasNull() ? Optional.empty() : Optional.of(last);
        Optional<Identifier> column = Optional.ofNullable(row.getString(5)).map(Identifier::new);
        return relation.map(known -> new Sequence(known.name(), type, owner, column, value));
    }

    private Routine routine(ResultSet row) throws SQLException {
        Expression text = source.dialect().expression(String.valueOf(row.getString(5)));
        return new Routine(
                source.name(row.getString(1), row.getString(2)),
                String.valueOf(row.getString(3)).equals("p") ? "PROCEDURE" : "FUNCTION",
                switch (String.valueOf(row.getString(4))) {
                    case "i" -> "IMMUTABLE";
                    case "s" -> "STABLE";
                    default -> "VOLATILE";
                },
                text.names().collect(Collectors.toSet()));
    }

    private record MemberRow(long publication, Optional<Member> member) {}

    private void publications() {
        Map<Long, List<Member>> members = new HashMap<>();
        source.query(source.atLeast(15) ? MEMBERS : MEMBERS_BEFORE_15, this::member)
                .forEach(row -> row.member()
                        .ifPresent(member -> members.computeIfAbsent(row.publication(), id -> new ArrayList<>())
                                .add(member)));
        source.query(
                        source.atLeast(15) ? SCOPES : SCOPES_BEFORE_15,
                        row -> new Publication(
                                new QualifiedName(List.of(new Identifier(row.getString(2)))),
                                String.valueOf(row.getString(3)),
                                members.getOrDefault(row.getLong(1), List.of())))
                .forEach(source.builder()::put);
    }

    private MemberRow member(ResultSet row) throws SQLException {
        Array columns = row.getArray(3);
        List<Identifier> names = columns == null
                ? List.of()
                : Arrays.stream((Object[]) columns.getArray())
                        .map(String::valueOf)
                        .map(Identifier::new)
                        .toList();
        Optional<Expression> where = Optional.ofNullable(row.getString(4)).map(source.dialect()::expression);
        return new MemberRow(
                row.getLong(1),
                relations
                        .find(row.getLong(2))
                        .map(table -> new Member(table.name(), Scope.WITH_CHILDREN, names, where)));
    }
}
