package dev.lodge.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is wrong with which field, in the order found. Immutable. Field names are those of the API: snake_case. */
public record FieldErrors(List<Entry> entries) {

    /** The name that stands for the whole form or body. */
    public static final String WHOLE = "";

    private static final FieldErrors NONE = new FieldErrors(List.of());

    /** One finding about one field. */
    public record Entry(String field, Message message) {}

    public FieldErrors {
        entries = List.copyOf(entries);
    }

    public static FieldErrors none() {
        return NONE;
    }

    public static FieldErrors of(String field, String key, Object... arguments) {
        return NONE.and(field, Message.of(key, arguments));
    }

    public FieldErrors and(String field, String key, Object... arguments) {
        return and(field, Message.of(key, arguments));
    }

    public FieldErrors and(String field, Message message) {
        var more = new ArrayList<>(entries);
        more.add(new Entry(field, message));
        return new FieldErrors(more);
    }

    public FieldErrors and(FieldErrors others) {
        var more = new ArrayList<>(entries);
        more.addAll(others.entries);
        return new FieldErrors(more);
    }

    /** The same findings, each at the field and in the words that are made of it. */
    public FieldErrors map(UnaryOperator<Entry> change) {
        return new FieldErrors(entries.stream().map(change).toList());
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public boolean has(String field) {
        return entries.stream().anyMatch(entry -> entry.field().equals(field));
    }

    /** Whether this is the field found wrong first, to which a form leads its reader. */
    public boolean isFirst(String field) {
        return !entries.isEmpty() && entries.getFirst().field().equals(field);
    }

    /** What is wrong with this field, empty when nothing is. */
    public List<Message> of(String field) {
        return entries.stream()
                .filter(entry -> entry.field().equals(field))
                .map(Entry::message)
                .toList();
    }

    /** Findings whose field is not among these, so that a form can show them above itself. */
    public List<Entry> besides(String... fields) {
        Set<String> shown = new LinkedHashSet<>(List.of(fields));
        return entries.stream().filter(entry -> !shown.contains(entry.field())).toList();
    }

    /** @throws Invalid when there is at least one finding */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new Invalid(this);
        }
    }
}
