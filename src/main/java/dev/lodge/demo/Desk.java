package dev.lodge.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lodge.sla.Metric;
import dev.lodge.sla.NewCalendar;
import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.tickets.TicketStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** A demo tenant as its file tells it. People are named by keys; {@code ago} is minutes before the moment of loading. */
record Desk(
        House tenant,
        List<Team> teams,
        List<Person> agents,
        List<Company> organizations,
        List<Client> customers,
        List<NewCalendar> calendars,
        List<Policy> policies,
        List<Story> tickets) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    record House(String slug, String name, String accent, String supportAddress, String logo, long firstTicketNumber) {}

    record Team(String name) {}

    /** @param active absent for those who still work there */
    record Person(
            String key,
            String name,
            String email,
            String role,
            List<String> teams,
            @Nullable Boolean active) {

        boolean left() {
            return Boolean.FALSE.equals(active);
        }
    }

    record Company(
            String key,
            String name,
            List<String> domains,
            @Nullable String notes) {}

    record Client(
            String key,
            String name,
            List<String> emails,
            @Nullable String organization,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String notes) {}

    /**
     * A service level.
     *
     * @param calendar its name
     * @param tags of which a ticket carries one to come under it; none for all tickets
     */
    record Policy(
            String name,
            String calendar,
            List<String> tags,
            List<@Nullable NewTarget> targets,
            List<@Nullable TicketStatus> pauseIn,
            List<Level> levels) {}

    record Level(String name, Metric metric, long offsetSeconds, List<@Nullable NewAction> actions) {}

    /** A ticket, and what happened to it in the order of the steps; some happen in the same minute. */
    record Story(
            long number,
            String subject,
            String customer,
            String channel,
            long createdAgo,
            String priority,
            List<String> tags,
            @Nullable String team,
            String description,
            List<Step> steps) {}

    /**
     * @param by an agent's key, {@code customer} or {@code system}
     * @param what {@code assign}, {@code reply}, {@code note}, {@code status}, {@code due}, {@code close}, …
     * @param to what it is set to: a key, a name, a word or a list of words
     * @param in for a due date, minutes after the moment of loading
     */
    record Step(
            long ago,
            String by,
            @JsonProperty("do") String what,
            @Nullable JsonNode to,
            @Nullable String text,
            @Nullable Long in,
            @Nullable String reason) {

        String word() {
            return to == null ? "" : to.asString();
        }

        List<@Nullable String> words() {
            return to == null
                    ? List.of()
                    : to.valueStream().<@Nullable String>map(JsonNode::asString).toList();
        }
    }

    /** The desk told in {@code demo/<slug>.json}. */
    static Desk of(String slug) {
        try (InputStream file = new ClassPathResource("demo/" + slug + ".json").getInputStream()) {
            return JSON.readValue(file, Desk.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Person owner() {
        return agents.stream()
                .filter(person -> person.role().equals("owner"))
                .findFirst()
                .orElseThrow();
    }

    byte[] logo() {
        try (InputStream file = new ClassPathResource("demo/" + tenant.logo()).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
