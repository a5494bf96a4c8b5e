package dev.lodge.tenancy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * A row as the driver has it, read by the columns of the query. For queries that are asked more than anything else: a jOOQ record of
 * each of their rows costs as much again as reading it.
 */
public final class Row {

    private final ResultSet rows;
    private final Columns columns;

    Row(ResultSet rows, Columns columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Which column of a query stands at which place; to be made once. Only fields of the query itself are found, not their likes. */
    public static final class Columns {

        private final List<Field<?>> fields;
        private final Map<Field<?>, Integer> places = new IdentityHashMap<>();

        public Columns(List<Field<?>> fields) {
            this.fields = List.copyOf(fields);
            for (Field<?> field : this.fields) {
                places.put(field, places.size() + 1);
            }
        }

        public List<Field<?>> fields() {
            return fields;
        }

        private int place(Field<?> field) {
            Integer place = places.get(field);
            if (place == null) {
                throw new IllegalArgumentException("The query has no column " + field);
            }
            return place;
        }
    }

    /**
     * @throws IllegalArgumentException for a field that the query has not
     * @throws IllegalStateException for a type that is not read here, or when the driver fails
     */
    @SuppressWarnings("NullAway") // what may be null is known of the column, as with records
    public <T> T get(Field<T> field) {
        try {
            return field.getType().cast(read(columns.place(field), field.getType()));
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private @Nullable Object read(int place, Class<?> type) throws SQLException {
        if (type == String.class) {
            return rows.getString(place);
        }
        if (type == Long.class) {
            return known(rows.getLong(place));
        }
        if (type == Instant.class) {
            OffsetDateTime moment = rows.getObject(place, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
        if (type == Boolean.class) {
            return known(rows.getBoolean(place));
        }
        if (type == String[].class) {
            Array texts = rows.getArray(place);
            return texts == null ? null : texts.getArray();
        }
        throw new IllegalStateException("Rows hold no " + type);
    }

    private @Nullable Object known(Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }
}
