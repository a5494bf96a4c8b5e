package dev.lodge.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lodge.knowledge.NewCategory;
import dev.lodge.portal.PortalSettings;
import dev.lodge.sla.Metric;
import dev.lodge.sla.NewCalendar;
import dev.lodge.sla.NewEscalationRule.NewAction;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Frontage;
import dev.lodge.tenancy.Locales;
import dev.lodge.tickets.TicketStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
        List<NewCategory> categories,
        List<NewCalendar> calendars,
        List<Policy> policies,
        List<Story> tickets) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /**
     * @param logo its file, an SVG picture
     * @param icon its file, a PNG picture
     * @param languages the first is the one that articles are written in, the others those that they are translated to
     */
    record House(
            String slug,
            String name,
            String accent,
            String supportAddress,
            String logo,
            String icon,
            long firstTicketNumber,
            List<String> languages,
            String timeZone,
            Frontage front,
            PortalSettings portal) {

        Locales locales() {
            return new Locales(languages.stream().map(Locale::forLanguageTag).toList(), ZoneId.of(timeZone));
        }

        Brands.Wish brand() {
            var pictures = Map.of(
                    BrandPicture.LOGO, Optional.of(new Brands.Logo(file(logo), "image/svg+xml")),
                    BrandPicture.FAVICON, Optional.of(new Brands.Logo(file(icon), "image/png")));
            return new Brands.Wish(name, accent, supportAddress, front, pictures);
        }
    }

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

    /** @param sharesRequests absent where people do not see each other's */
    record Company(
            String key,
            String name,
            List<String> domains,
            @Nullable Boolean sharesRequests,
            @Nullable String notes) {

        boolean shares() {
            return Boolean.TRUE.equals(sharesRequests);
        }
    }

    /** @param signsIn true for those who have the demo's password */
    record Client(
            String key,
            String name,
            List<String> emails,
            @Nullable String organization,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Boolean signsIn,
            @Nullable String notes) {

        boolean hasPassword() {
            return Boolean.TRUE.equals(signsIn);
        }
    }

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

    private static byte[] file(String name) {
        try (InputStream file = new ClassPathResource("demo/" + name).getInputStream()) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
