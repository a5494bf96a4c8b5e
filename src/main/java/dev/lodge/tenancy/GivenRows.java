package dev.lodge.tenancy;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement is given, one array for each column. Its text is the same however many rows there are, so that it is rendered
 * once, and prepared once.
 */
public final class GivenRows<R> {

    private static final String NAME = "given";

    private final List<Column<R, ?>> columns;

    private GivenRows(List<Column<R, ?>> columns) {
        this.columns = columns;
    }

    /**
     * A column of the type and name of this field, and its value in a row.
     *
     * @param type of all its values together
     */
    public record Column<R, T>(Field<?> field, DataType<T[]> type, Function<R, @Nullable T> value) {

        private Param<T[]> array(Collection<R> rows) {
            return DSL.val(rows.stream().map(value).toArray(this::elements), type);
        }

        @SuppressWarnings("unchecked")
        private T[] elements(int count) {
            return (T[]) Array.newInstance(Objects.requireNonNull(type.getArrayComponentType()), count);
        }

        private Field<?> given() {
            var given = DSL.field(DSL.name(NAME, field.getName()), type.getArrayComponentDataType());
            return field.getType().isArray() ? given.cast(field.getDataType()) : given;
        }
    }

    public static <R, T> Column<R, T> column(Field<T> field, Function<R, @Nullable T> value) {
        return new Column<>(field, field.getDataType().getArrayDataType(), value);
    }

    /**
     * A column that holds a list of numbers in each row. Each list is given as text: PostgreSQL's arrays of arrays have inner ones of one
     * length, and lose them in a table.
     */
    public static <R> Column<R, String> list(Field<Long[]> field, Function<R, Collection<Long>> value) {
        return new Column<>(
                field,
                SQLDataType.CLOB.getArrayDataType(),
                row -> value.apply(row).stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")));
    }

    @SafeVarargs
    public static <R> GivenRows<R> of(Column<R, ?>... columns) {
        return new GivenRows<>(List.of(columns));
    }

    /** With more columns. */
    @SafeVarargs
    public final GivenRows<R> with(Column<R, ?>... more) {
        return new GivenRows<>(Stream.concat(columns.stream(), Stream.of(more)).toList());
    }

    /** The rows as a table of a statement. */
    public Table<?> table() {
        // jOOQ's own unnest takes one array.
        return DSL.table("unnest({0})", DSL.list(arrays(List.of())))
                .as(
                        NAME,
                        columns.stream().map(column -> column.field().getName()).toArray(String[]::new));
    }

    /** What the rows say for a field. */
    @SuppressWarnings("unchecked")
    public <T> Field<T> get(Field<T> field) {
        return columns.stream()
                .filter(column -> column.field().equals(field))
                .map(column -> (Field<T>) column.given())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The rows have no column " + field));
    }

    /** Each field with what the rows say for it. */
    public Map<Field<?>, Field<?>> all() {
        return columns.stream().collect(Collectors.toMap(Column::field, Column::given));
    }

    /** Adds the rows to a table. */
    public InsertOnDuplicateStep<? extends Record> insertInto(DSLContext sql, Table<?> table) {
        return sql.insertInto(table)
                .columns(columns.stream().map(Column::field).toList())
                .select(DSL.select(columns.stream().map(Column::given).toList()).from(table()));
    }

    /** The values of these rows for {@link #table()}. */
    public Object[] values(Collection<R> rows) {
        return arrays(rows).toArray();
    }

    private List<? extends Param<?>> arrays(Collection<R> rows) {
        return columns.stream().map(column -> column.array(rows)).toList();
    }
}
