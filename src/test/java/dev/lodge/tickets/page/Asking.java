package dev.lodge.tickets.page;

import static dev.lodge.Answers.text;

import dev.lodge.accounts.People.Somebody;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody at a desk who opens pages and sends their forms. */
record Asking(MockMvcTester http, String host, Somebody who) {

    MvcTestResult get(String path) {
        return http.get()
                .uri("http://" + host + path)
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .exchange();
    }

    /** @param fields names and values in turn */
    MvcTestResult send(String path, String... fields) {
        var request = http.post()
                .uri("http://" + host + path)
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** As htmx sends it, to have the element of this id swapped. */
    MvcTestResult swap(String target, String path, String... fields) {
        var request = http.post()
                .uri("http://" + host + path)
                .header(HttpHeaders.AUTHORIZATION, who.bearer())
                .header("HX-Request", "true")
                .header("HX-Target", target)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }

    /** Lodges a ticket and gives its number. */
    long lodge(String subject, String description, String... more) {
        var fields = new java.util.ArrayList<>(List.of("subject", subject, "description", description));
        fields.addAll(Arrays.asList(more));
        var location = send("/tickets/new", fields.toArray(String[]::new))
                .getResponse()
                .getHeader("Location");
        return Long.parseLong(String.valueOf(location).replaceAll(".*/", ""));
    }

    /** What the page of a ticket shows as the newest event. */
    String seen(long number) {
        var matcher = Pattern.compile("name=\"seen\"(?: id=\"seen\")? value=\"(\\d+)\"")
                .matcher(text(get("/tickets/" + number)));
        if (!matcher.find()) {
            throw new AssertionError("No form on the page");
        }
        return matcher.group(1);
    }
}
