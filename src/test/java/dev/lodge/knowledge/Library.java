package dev.lodge.knowledge;

import static dev.lodge.Answers.text;

import dev.lodge.tickets.Api;
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
        return JsonMapper.shared().readTree(text(api.get(path)));
    }

    int status(String path) {
        return api.get(path).getResponse().getStatus();
    }

    long id(String path) {
        return read(path).get("id").asLong();
    }
}
