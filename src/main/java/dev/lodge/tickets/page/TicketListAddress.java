package dev.lodge.tickets.page;

import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Place;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Values;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list shows, all of which stands in its address. A page without {@code status} shows the tickets in which work remains, or
 * all of them while words are searched; {@code status=any} always shows all. Immutable.
 *
 * @param parameters as in the address, in the order of {@link #NAMES}, without the page
 */
public record TicketListAddress(Map<String, String> parameters) {

    static final String PATH = "/tickets";

    private static final String ANY = "any";
    private static final List<String> NAMES = List.of(
            "status",
            "priority",
            "assignee",
            "team",
            "customer",
            "tag",
            "overdue",
            "sla_status",
            "due_before",
            "search",
            "ordering");

    public TicketListAddress {
        var ordered = new LinkedHashMap<String, String>();
        for (var name : NAMES) {
            var value = parameters.get(name);
            if (value != null && !value.isBlank()) {
                ordered.put(name, value.strip());
            }
        }
        parameters = Collections.unmodifiableMap(ordered);
    }

    static TicketListAddress of(ListQuery query) {
        var given = new LinkedHashMap<>(query.filters());
        if (query.search() != null) {
            given.put("search", query.search());
        }
        query.time("due_before").ifPresent(moment -> given.put("due_before", moment.toString()));
        var inAddress = UriComponentsBuilder.fromUri(query.address()).build().getQueryParams();
        if (inAddress.containsKey("ordering")) {
            given.put("ordering", query.ordering());
        }
        return new TicketListAddress(given);
    }

    /**
     * Of a form whose boxes are ticked one by one.
     *
     * @param given values by name, several of them for statuses and priorities
     */
    static TicketListAddress ofForm(Map<String, ? extends Collection<String>> given) {
        var chosen = new LinkedHashMap<String, String>();
        given.forEach((name, values) -> chosen.put(name, String.join(",", values)));
        var statuses = given.containsKey("status") ? Set.copyOf(given.get("status")) : Set.<String>of();
        if (statuses.isEmpty() || statuses.size() == TicketStatus.values().length) {
            chosen.put("status", ANY);
        } else if (statuses.equals(words(TicketStatus.UNFINISHED)) && !chosen.containsKey("search")) {
            chosen.remove("status");
        }
        return new TicketListAddress(chosen);
    }

    /** Those that the list is about; all if none is excluded. */
    public Set<TicketStatus> statuses() {
        var given = parameters.get("status");
        if (given == null) {
            return search() == null ? TicketStatus.UNFINISHED : EnumSet.allOf(TicketStatus.class);
        }
        return given.equals(ANY)
                ? EnumSet.allOf(TicketStatus.class)
                : EnumSet.copyOf(Values.words("status", given, TicketStatus.class));
    }

    /** Whether no status is excluded. */
    public boolean everyStatus() {
        return statuses().size() == TicketStatus.values().length;
    }

    /** What is done has no time left to order by, so it begins with what happened last. */
    public String ordering() {
        return parameters.getOrDefault("ordering", onlyUnfinished() ? "due_at" : "-updated_at");
    }

    boolean byTimeLeft() {
        return onlyUnfinished() && ordering().equals("due_at");
    }

    boolean onlyUnfinished() {
        return TicketStatus.UNFINISHED.containsAll(statuses());
    }

    /** The words searched, or null. */
    public @Nullable String search() {
        return parameters.get("search");
    }

    /** A parameter as it was written, or null. */
    public @Nullable String get(String name) {
        return parameters.get(name);
    }

    /** The query with the statuses that are meant, for the lists of the module. */
    ListQuery meant(ListQuery query) {
        var filters = new LinkedHashMap<>(query.filters());
        if (everyStatus()) {
            filters.remove("status");
        } else {
            filters.put("status", String.join(",", words(statuses())));
        }
        return new ListQuery(query.page(), query.size(), ordering(), query.search(), filters, query.address());
    }

    /** The entry of the rail that leads here, or null. */
    public @Nullable Place place() {
        var filters = new LinkedHashMap<>(parameters);
        filters.remove("ordering");
        return Arrays.stream(Place.values())
                .filter(place -> place.address().equals(PATH + query(filters)))
                .findFirst()
                .orElse(null);
    }

    /** The same list with one parameter changed or, with null, without it; from the first page. */
    public TicketListAddress with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new TicketListAddress(changed);
    }

    /** Without this filter: for statuses, which are never absent, with every one of them. */
    public TicketListAddress without(String name) {
        return name.equals("status") ? with("status", ANY) : with(name, null);
    }

    /** The parameters that a form beside the list hands on. */
    public Map<String, String> keeping(String... except) {
        var kept = new LinkedHashMap<>(parameters);
        List.of(except).forEach(kept::remove);
        return kept;
    }

    /** The same with nothing but these. */
    public TicketListAddress keepingOnly(String... names) {
        var kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(Set.of(names));
        return new TicketListAddress(kept);
    }

    @Override
    public String toString() {
        return PATH + query(parameters);
    }

    private static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + "="
                                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)
                                        .replace("%2C", ","))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static Set<String> words(Collection<TicketStatus> statuses) {
        return statuses.stream().map(TicketStatus::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
