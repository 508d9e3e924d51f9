package dev.godwit.postgres.plan;

import dev.godwit.core.catalog.Sequence;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.catalog.Trigger;
import dev.godwit.core.plan.SqlText.Raw;
import dev.godwit.core.plan.Step;
import dev.godwit.core.plan.WayBack;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.Position;
import dev.godwit.sql.ColumnAction.SetColumnOption;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.Collated;
import dev.godwit.sql.ColumnAttribute.Commented;
import dev.godwit.sql.ColumnAttribute.Setting;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.Statement.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes and fills the column of the new type. */
final class ShadowColumn {
    private final Shadow shadow;
    private final SyncTrigger sync;

    ShadowColumn(Shadow shadow, SyncTrigger sync) {
        this.shadow = shadow;
        this.sync = sync;
    }

    /** Returns the steps after which both columns hold the same, whoever writes which. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        steps.add(dependents());
        steps.add(add());
        if (shadow.forward().isPresent() || shadow.down().isPresent()) {
            steps.add(expressions());
        }
        steps.add(sync.make());
        boolean quiet = !triggers().isEmpty() && isSuperuser();
        if (quiet) {
            steps.add(new Step.Setting("SET session_replication_role = replica"));
        }
        steps.add(fill());
        if (quiet) {
            steps.add(new Step.Setting("SET session_replication_role = origin"));
        }
        return steps;
    }

    /** Returns what is to be said of the triggers that the filling would fire. */
    Optional<String> note() {
        if (triggers().isEmpty()) {
            return Optional.empty();
        }
        String names = triggers().stream().map(Identifier::name).collect(Collectors.joining(", "));
        return Optional.of(
                isSuperuser()
                        ? "the rows are filled as a replica, so that " + names + " does not fire for them"
                        : "filling a row fires " + names + ": only a superuser can fill without that");
    }

    private boolean isSuperuser() {
        return shadow.catalog().setting("is_superuser").filter("on"::equals).isPresent();
    }

    private List<Identifier> triggers() {
        return shadow.table().triggers().stream()
                .filter(trigger -> trigger.events().stream().anyMatch(event -> event.startsWith("UPDATE"))
                        && trigger.columns().isEmpty())
                .map(Trigger::name)
                .toList();
    }

    private Step add() {
        List<ColumnAttribute> attributes = shadow.change().collation().stream()
                .<ColumnAttribute>map(Collated::new)
                .toList();
        ColumnDefinition definition = new ColumnDefinition(
                shadow.context().statement().span(),
                shadow.fresh(),
                Optional.of(shadow.change().type()),
                attributes);
        List<String> statements = new ArrayList<>();
        statements.add(
                Alters.text(shadow.context(), shadow.name(), new AddColumn(definition, Guard.NONE, Position.UNSAID)));
        shadow.column().attributes().stream().flatMap(this::attribute).forEach(statements::add);
        return new Step.Change(
                "a column of the new type",
                statements,
                WayBack.by(shadow.sql(
                        "ALTER TABLE IF EXISTS {} DROP COLUMN IF EXISTS {}", shadow.name(), shadow.fresh())));
    }

    // Storage and compression are as the new type has them, as if the type had been changed in place (measured, 14 and
    // 18).
    private Stream<String> attribute(ColumnAttribute attribute) {
        return switch (attribute) {
            case Commented comment ->
                Stream.of(shadow.sql(
                        "COMMENT ON COLUMN {}.{} IS {}",
                        shadow.name(),
                        shadow.fresh(),
                        new Raw(shadow.sql().literal(comment.text()))));
            case Setting setting -> setting(setting.option());
            case ColumnAttribute other -> Stream.empty();
        };
    }

    private Stream<String> setting(Option option) {
        if (option.name().equals("GRANT")) {
            String granted = option.value().map(Expression::text).orElse("");
            int to = granted.indexOf(" TO ");
            return Stream.of(shadow.sql(
                    "GRANT {} ({}) ON {}{}",
                    new Raw(granted.substring(0, to)),
                    shadow.fresh(),
                    shadow.name(),
                    new Raw(granted.substring(to))));
        }
        boolean kept = option.name().equals("SET STATISTICS") || option.name().equals("SET");
        return kept
                ? Stream.of(Alters.text(shadow.context(), shadow.name(), new SetColumnOption(shadow.fresh(), option)))
                : Stream.empty();
    }

    private Step fill() {
        String value = shadow.forward()
                .map(expression -> "(" + expression.text() + ")")
                .orElseGet(() -> shadow.sql().name(shadow.own()));
        return new Step.Batches(
                "fill the rows that are there",
                shadow.sql(
                        "UPDATE {} SET {} = {} WHERE {} IS NULL AND {} IS NOT NULL",
                        shadow.name(),
                        shadow.fresh(),
                        new Raw(value),
                        shadow.fresh(),
                        new Raw(value)),
                WayBack.nothing());
    }

    // A trigger's expressions are first read when somebody writes, which would be too late to find a mistake in them.
    private Step expressions() {
        List<String> sources = new ArrayList<>();
        shadow.forward().ifPresent(expression -> sources.add(source(expression, shadow.own())));
        shadow.down().ifPresent(expression -> sources.add(source(expression, shadow.fresh())));
        return new Step.Check(
                "the expressions can be read",
                "SELECT 'none' FROM " + String.join(" CROSS JOIN ", sources) + " WHERE false",
                "cannot happen:");
    }

    private String source(Expression expression, Identifier from) {
        String columns = sync.columns(expression, "", from);
        return shadow.sql(
                "(SELECT {} FROM (SELECT {} FROM {}) AS {}) AS {}",
                new Raw("(" + expression.text() + ")"),
                new Raw(columns),
                shadow.name(),
                shadow.name().last(),
                from);
    }

    private Step dependents() {
        List<String> constraints = shadow.table().constraints().stream()
                .map(TableConstraint::name)
                .flatMap(Optional::stream)
                .map(Identifier::name)
                .toList();
        List<String> foreign = new IncomingKeys(shadow)
                .all()
                .map(incoming -> incoming.name().name())
                .toList();
        boolean granted = shadow.column().attributes().stream()
                .anyMatch(attribute -> attribute instanceof Setting setting
                        && setting.option().name().equals("GRANT"));
        String query = """
                SELECT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid)
                FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::regclass
                    AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
                WHERE a.attrelid = %1$s::regclass AND a.attname = %2$s AND NOT CASE d.classid
                    WHEN 'pg_catalog.pg_constraint'::regclass THEN EXISTS (
                        SELECT FROM pg_catalog.pg_constraint k WHERE k.oid = d.objid AND k.conname = ANY (%3$s))
                    WHEN 'pg_catalog.pg_class'::regclass THEN EXISTS (
                        SELECT FROM pg_catalog.pg_class c WHERE c.oid = d.objid AND c.relname = ANY (%4$s))
                    WHEN 'pg_catalog.pg_attrdef'::regclass THEN EXISTS (
                        SELECT FROM pg_catalog.pg_attrdef f WHERE f.oid = d.objid AND f.adnum = a.attnum)
                    ELSE d.classid = 'pg_catalog.pg_statistic_ext'::regclass END
                UNION ALL
                SELECT 'privileges on the column' FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = %1$s::regclass AND a.attname = %2$s AND a.attacl IS NOT NULL AND %5$s
                UNION ALL
                SELECT 'privileges on ' || c.oid::regclass FROM pg_catalog.pg_attribute a
                JOIN pg_catalog.pg_depend d ON d.refclassid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'i'
                    AND d.refobjid = a.attrelid AND d.refobjsubid = a.attnum
                JOIN pg_catalog.pg_class c ON d.classid = 'pg_catalog.pg_class'::regclass AND c.oid = d.objid
                WHERE a.attrelid = %1$s::regclass AND a.attname = %2$s AND a.attidentity <> '' AND c.relacl IS NOT NULL""".formatted(
                        shadow.sql().literal(shadow.sql().name(shadow.name())),
                        shadow.sql().literal(shadow.own().name()),
                        array(Stream.concat(constraints.stream(), foreign.stream())),
                        array(Stream.concat(
                                shadow.table().indexes().stream()
                                        .flatMap(index -> index.name().stream())
                                        .map(Identifier::name),
                                new ColumnValues(shadow)
                                        .sequences()
                                        .map(Sequence::name)
                                        .map(name -> name.last().name()))),
                        granted ? "false" : "true");
        return new Step.Check(
                "nothing hangs on the column that this plan does not know",
                query,
                "cannot change the type of " + shadow.name() + "." + shadow.own()
                        + " without a stop, for something hangs on it that cannot be moved to another column. Take it away in an"
                        + " earlier migration, and make it anew in a later one:");
    }

    private String array(Stream<String> names) {
        return names.distinct()
                .map(shadow.sql()::literal)
                .collect(Collectors.joining(", ", "ARRAY[", "]::pg_catalog.name[]"));
    }
}
