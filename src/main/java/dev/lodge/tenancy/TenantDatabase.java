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
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.RowCountQuery;
import org.jooq.conf.MappedSchema;
import org.jooq.conf.RenderMapping;
import org.jooq.impl.DSL;

/**
 * SQL on the data of the tenant in force. Statements name the tenant's schema, so that PostgreSQL keeps their plans while a
 * connection goes from tenant to tenant; the role in force lets them reach no other.
 */
public final class TenantDatabase {

    private final Configuration template;
    private final ConcurrentMap<String, KeptTexts> bySchema = new ConcurrentHashMap<>();

    TenantDatabase(Configuration template) {
        this.template = template;
    }

    /** Typed SQL for the tenant in force, within the transaction under way if there is one. @throws NoTenantBound without a tenant */
    public DSLContext sql() {
        return own().sql();
    }

    private KeptTexts own() {
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
        return own().query(name, query, values);
    }

    /**
     * The same for a statement that changes rows and returns none.
     *
     * @throws IllegalArgumentException for a table that a {@link StatementWatch} is about, which would not notice
     */
    public RowCountQuery changeRenderedOnce(
            String name, Function<DSLContext, ? extends RowCountQuery> change, Object... values) {
        return own().change(name, change, values);
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

    private KeptTexts mappedTo(String schema) {
        Configuration configuration = template.derive();
        configuration
                .settings()
                .setRenderMapping(new RenderMapping()
                        .withSchemata(new MappedSchema().withInput("tenant").withOutput(schema)));
        return new KeptTexts(DSL.using(configuration));
    }
}
