package dev.lodge.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jooq.Configuration;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/**
 * SQL on the data of the tenant in force. Statements name the tenant's schema, so that PostgreSQL keeps their plans while a
 * connection goes from tenant to tenant; the role in force lets them reach no other.
 */
public final class TenantDatabase {

    private final Configuration template;
    private final ConcurrentMap<String, DSLContext> bySchema = new ConcurrentHashMap<>();
    private final ConcurrentMap<Shape, Rendered> rendered = new ConcurrentHashMap<>();

    TenantDatabase(Configuration template) {
        this.template = template;
    }

    /** A text belongs to one tenant, whose schema it names. */
    private record Shape(String schema, String name) {}

    private record Rendered(String[] text, Field<?>[] fields) {

        QueryPart with(Object[] values) {
            return CustomQueryPart.of(context -> {
                context.sql(text[0]);
                for (int i = 0; i < values.length; i++) {
                    context.visit(values[i] instanceof Field<?> given ? given : DSL.val(values[i]))
                            .sql(text[i + 1]);
                }
            });
        }
    }

    /** Typed SQL for the tenant in force, within the transaction under way if there is one. @throws NoTenantBound without a tenant */
    public DSLContext sql() {
        return bySchema.computeIfAbsent(Tenants.current().space().schema(), this::mappedTo);
    }

    /**
     * A query that runs with every request. To render such a one takes longer than to run it, so its text is kept for each tenant; only
     * the values of its parameters change.
     *
     * @param name stands for the text: queries of the same name may differ in values only. Texts stay, so there must be few
     * @param query makes the query
     * @param values those of its parameters, in the order of the text; also as {@link DSL#val parameters} of a type
     */
    public ResultQuery<Record> renderedOnce(
            String name, Function<DSLContext, ? extends ResultQuery<?>> query, Object... values) {
        Rendered kept = kept(name, query, values.length);
        return sql().resultQuery("{0}", kept.with(values)).coerce(kept.fields());
    }

    /**
     * The same for a statement that changes rows and returns none.
     *
     * @throws IllegalArgumentException for a table that a {@link StatementWatch} is about, which would not notice
     */
    public RowCountQuery changeRenderedOnce(
            String name, Function<DSLContext, ? extends RowCountQuery> change, Object... values) {
        return sql().query("{0}", kept(name, change, values.length).with(values));
    }

    private Rendered kept(String name, Function<DSLContext, ? extends Query> query, int parameters) {
        return rendered.computeIfAbsent(
                new Shape(Tenants.current().space().schema(), name), shape -> render(query.apply(sql()), parameters));
    }

    /** The rows of a query whose columns are these, read straight from the driver. */
    public <R> List<R> rows(ResultQuery<Record> query, Row.Columns columns, Function<Row, R> read) {
        List<R> found = new ArrayList<>();
        try (Cursor<Record> cursor = query.fetchLazy()) {
            ResultSet rows = cursor.resultSet();
            Row row = new Row(rows, columns);
            while (rows.next()) {
                found.add(read.apply(row));
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return found;
    }

    private Rendered render(Query query, int parameters) {
        for (ExecuteListenerProvider listening : template.executeListenerProviders()) {
            if (listening.provide() instanceof StatementWatch watch && watch.isAbout(query)) {
                throw new IllegalArgumentException("Who watches the table would not notice the change.");
            }
        }
        String[] text = query.getSQL().split("\\?", -1);
        if (text.length != parameters + 1) {
            throw new IllegalArgumentException(
                    "The query has %d parameters, and %d values.".formatted(text.length - 1, parameters));
        }
        return new Rendered(text, fields(query));
    }

    private static Field<?>[] fields(Query query) {
        return switch (query) {
            // As they were selected: what it calls its fields has lost the tables, and could be taken for others.
            case Select<?> select -> select.getSelect().toArray(Field<?>[]::new);
            case ResultQuery<?> changed -> changed.fields();
            default -> new Field<?>[0];
        };
    }

    private DSLContext mappedTo(String schema) {
        Configuration configuration = template.derive();
        configuration
                .settings()
                .setRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("tenant").withOutput(schema)));
        return DSL.using(configuration);
    }
}
