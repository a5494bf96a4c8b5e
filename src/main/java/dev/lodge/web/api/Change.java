package dev.lodge.web.api;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A member of a PATCH body: absent, or set to a value, which may be null. Constraints go inside:
 * {@code Change<@Size(max = 200) String> subject}.
 */
public final class Change<T extends @Nullable Object> {

    private static final Change<?> ABSENT = new Change<>(false, null);

    private final boolean present;
    private final @Nullable T value;

    private Change(boolean present, @Nullable T value) {
        this.present = present;
        this.value = value;
    }

    @SuppressWarnings("unchecked")
    public static <T extends @Nullable Object> Change<T> absent() {
        return (Change<T>) ABSENT;
    }

    public static <T extends @Nullable Object> Change<T> to(@Nullable T value) {
        return new Change<>(true, value);
    }

    public boolean isPresent() {
        return present;
    }

    /** The value it is set to; null too when absent. */
    public @Nullable T value() {
        return value;
    }

    /** What is in force after this change. */
    public @Nullable T over(@Nullable T current) {
        return present ? value : current;
    }

    public void ifPresent(Consumer<@Nullable T> act) {
        if (present) {
            act.accept(value);
        }
    }

    @Override
    public String toString() {
        return present ? "Change[" + value + "]" : "Change[absent]";
    }
}
