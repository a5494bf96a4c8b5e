package dev.lodge.knowledge;

import dev.lodge.tickets.Api;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The knowledge base of one tenant over HTTP, as one person uses it. */
record Library(Api api) {

    /** @return where it is */
    String write(String title, String more) {
        return api.create(
                "/api/articles/",
                "{\"title\": %s, \"body\": \"A word about it.\"%s}"
                        .formatted(JsonMapper.shared().writeValueAsString(title), more.isEmpty() ? "" : ", " + more));
    }

    String publish(String title) {
        return write(title, "\"status\": \"published\"");
    }

    JsonNode read(String path) {
        try {
            return JsonMapper.shared().readTree(api.get(path).getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int status(String path) {
        return api.get(path).getResponse().getStatus();
    }

    long id(String path) {
        return read(path).get("id").asLong();
    }
}
