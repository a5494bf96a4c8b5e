package dev.lodge.portal;

import static dev.lodge.Answers.text;

import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where what a help center says is written: over the API, by somebody who may publish. */
@TestComponent
public class WritingDesk {

    private final MockMvcTester http;
    private final People people;
    private final Map<Long, String> bearers = new ConcurrentHashMap<>();

    WritingDesk(MockMvcTester http, People people) {
        this.http = http;
        this.people = people;
    }

    /** An article that was written. */
    public record Written(long id, String slug, String language) {

        /** Where readers find it. */
        public String address() {
            return "/help/articles/" + UriUtils.encodePathSegment(slug, StandardCharsets.UTF_8) + "?language="
                    + language;
        }

        /** Where they say whether it helped. */
        public String feedback() {
            return "/help/articles/" + id + "/feedback";
        }
    }

    /** A category that was made. */
    public record Shelf(long id, String slug) {}

    /** For everybody, in English. */
    public Written publish(Tenant tenant, String title, String body) {
        return write(tenant, Map.of("title", title, "body", body));
    }

    /** @param fields as the API takes them; published unless they say otherwise */
    public Written write(Tenant tenant, Map<String, ?> fields) {
        var all = new HashMap<String, Object>(Map.of("status", "published", "body", "A word about it."));
        all.putAll(fields);
        JsonNode made = send(tenant, HttpMethod.POST, "/api/articles/", all);
        return new Written(
                made.get("id").asLong(),
                made.get("slug").asString(),
                made.get("language").asString());
    }

    /** @param fields that are to change */
    public void change(Tenant tenant, Written article, Map<String, ?> fields) {
        send(tenant, HttpMethod.PATCH, "/api/articles/" + article.id() + "/", fields);
    }

    public Shelf shelf(Tenant tenant, Map<String, ?> fields) {
        JsonNode made = send(tenant, HttpMethod.POST, "/api/article-categories/", fields);
        return new Shelf(made.get("id").asLong(), made.get("slug").asString());
    }

    public void rename(Tenant tenant, Shelf shelf, String name) {
        send(tenant, HttpMethod.PATCH, "/api/article-categories/" + shelf.id() + "/", Map.of("name", name));
    }

    /** What there is to say of an article, as those know it who wrote it. */
    public JsonNode read(Tenant tenant, Written article) {
        return send(tenant, HttpMethod.GET, "/api/articles/" + article.id() + "/", Map.of());
    }

    private JsonNode send(Tenant tenant, HttpMethod method, String path, Map<String, ?> fields) {
        String bearer = bearers.computeIfAbsent(
                tenant.id(),
                id -> people.somebody(tenant, "Karin Holm", Role.MANAGER).bearer());
        var answer = http.method(method)
                .uri(URI.create("http://" + tenant.primaryHost().value() + path))
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(fields))
                .exchange();
        int status = answer.getResponse().getStatus();
        if (status >= 300) {
            throw new AssertionError("%s %s: %d %s".formatted(method, path, status, text(answer)));
        }
        return JsonMapper.shared().readTree(text(answer));
    }
}
