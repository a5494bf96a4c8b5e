package dev.lodge.sla.page;

import static dev.lodge.Answers.text;

import dev.lodge.Cast.Desk;
import dev.lodge.accounts.Role;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody at a desk who opens its settings and sends their forms. */
record Admin(MockMvcTester http, Desk desk, Role role) {

    MvcTestResult get(String path) {
        return http.get()
                .uri("http://" + desk.host() + path)
                .header(HttpHeaders.AUTHORIZATION, desk.bearer(role))
                .exchange();
    }

    /** @param fields names and values in turn */
    MvcTestResult send(String path, String... fields) {
        return request(path, fields).exchange();
    }

    /** As htmx sends it, to have the element of this id swapped. */
    MvcTestResult swap(String target, String path, String... fields) {
        return request(path, fields)
                .header("HX-Request", "true")
                .header("HX-Target", target)
                .exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder request(String path, String... fields) {
        var request = http.post()
                .uri("http://" + desk.host() + path)
                .header(HttpHeaders.AUTHORIZATION, desk.bearer(role))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }

    MvcTestResult upload(String path, String version, String text) {
        return http.post()
                .uri("http://" + desk.host() + path)
                .header(HttpHeaders.AUTHORIZATION, desk.bearer(role))
                .multipart()
                .file(new MockMultipartFile("file", "days.ics", "text/calendar", text.getBytes()))
                .param("version", version)
                .exchange();
    }

    /** The id at the end of where the answer leads. */
    static long idOf(MvcTestResult answer) {
        return Long.parseLong(String.valueOf(answer.getResponse().getHeader(HttpHeaders.LOCATION))
                .replaceAll(".*/", ""));
    }

    /** The first group of the pattern in what the address shows. */
    String find(String path, String pattern) {
        var found = Pattern.compile(pattern).matcher(text(get(path)));
        return found.find() ? found.group(1) : "none";
    }
}
