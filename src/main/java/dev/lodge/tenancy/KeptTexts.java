package dev.lodge.tenancy;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.ExecuteListenerProvider;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.Select;
import org.jooq.impl.CustomQueryPart;
import org.jooq.impl.DSL;

/** Where SQL is written, and the texts of the statements that run all the time: to render such a one takes longer than to run it. */
final class KeptTexts {

    private final DSLContext sql;
    private final ConcurrentMap<String, Text> byName = new ConcurrentHashMap<>();

    KeptTexts(DSLContext sql) {
        this.sql = sql;
    }

    /** @param parts between which the values of parameters stand */
    private record Text(String[] parts, Field<?>[] fields) {

        QueryPart with(Object[] values) {
            return CustomQueryPart.of(context -> {
                context.sql(parts[0]);
                for (int i = 0; i < values.length; i++) {
                    context.visit(values[i] instanceof Field<?> given ? given : DSL.val(values[i]))
                            .sql(parts[i + 1]);
                }
            });
        }
    }

    DSLContext sql() {
        return sql;
    }

    /** As {@link TenantDatabase#renderedOnce} says. */
    ResultQuery<Record> query(String name, Function<DSLContext, ? extends ResultQuery<?>> query, Object... values) {
        Text text = text(name, query, values.length);
        return sql.resultQuery("{0}", text.with(values)).coerce(text.fields());
    }

    /** As {@link TenantDatabase#changeRenderedOnce} says. */
    RowCountQuery change(String name, Function<DSLContext, ? extends RowCountQuery> change, Object... values) {
        return sql.query("{0}", text(name, change, values.length).with(values));
    }

    private Text text(String name, Function<DSLContext, ? extends Query> query, int parameters) {
        return byName.computeIfAbsent(name, first -> render(query.apply(sql), parameters));
    }

    private Text render(Query query, int parameters) {
        for (ExecuteListenerProvider listening : sql.configuration().executeListenerProviders()) {
            if (listening.provide() instanceof StatementWatch watch && watch.isAbout(query)) {
                throw new IllegalArgumentException("Who watches the table would not notice the change.");
            }
        }
        String[] parts = query.getSQL().split("\\?", -1);
        if (parts.length != parameters + 1) {
            throw new IllegalArgumentException(
                    "The query has %d parameters, and %d values.".formatted(parts.length - 1, parameters));
        }
        return new Text(parts, fields(query));
    }

    private static Field<?>[] fields(Query query) {
        return switch (query) {
            // As they were selected: what it calls its fields has lost the tables, and could be taken for others.
            case Select<?> select -> select.getSelect().toArray(Field<?>[]::new);
            case ResultQuery<?> changed -> changed.fields();
            default -> new Field<?>[0];
        };
    }
}
