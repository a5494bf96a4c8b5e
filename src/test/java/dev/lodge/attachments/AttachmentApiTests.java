package dev.lodge.attachments;

import static dev.lodge.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class AttachmentApiTests {

    private static final Map<String, Desk> DESKS = new ConcurrentHashMap<>();

    @Autowired
    Cast cast;

    @Autowired
    MockMvcTester http;

    @Autowired
    BlobStore blobs;

    @LocalServerPort
    int port;

    Desk acme;
    Desk globex;

    @BeforeEach
    void bothDesksAreInTheRoom() {
        acme = DESKS.computeIfAbsent("file-acme", slug -> cast.deskOfAcme(cast.tenant(slug, "Acme")));
        globex = DESKS.computeIfAbsent("file-globex", slug -> cast.deskOfGlobex(cast.tenant(slug, "Globex")));
    }

    @Test
    void aFileIsBroughtAttachedAndReadByWhoeverSeesTheTicket() {
        var brought = bring(Role.AGENT, "Order AC-20931.pdf", "%PDF-1.7 the order");
        assertThat(brought).hasStatus(201).bodyJson().isLenientlyEqualTo("""
                {"name": "Order AC-20931.pdf", "media_type": "application/pdf", "size": 18, "thumbnail_url": null}""");
        var written = post(Role.AGENT, "/messages", """
                {"body": "Here it is.", "attachments": [%d]}""".formatted(id(brought)));

        assertThat(written)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.attachments[0].id")
                .isEqualTo(id(brought));
        assertThat(get(acme, Role.AUDITOR, "/api/tickets/" + acme.ticket() + "/messages/?page_size=100"))
                .bodyText()
                .contains("Order AC-20931.pdf");
        var read = get(acme, Role.AUDITOR, url(brought));
        assertThat(read).hasStatusOk().bodyText().isEqualTo("%PDF-1.7 the order");
        assertThat(read)
                .hasHeader("Content-Type", "application/pdf")
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"Order AC-20931.pdf\"; filename*=UTF-8''Order%20AC-20931.pdf")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader("Accept-Ranges", "bytes");
        assertThat(read.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("private");
    }

    @Test
    void aTicketMayComeWithFiles() {
        long file = id(bring(Role.AGENT, "a.txt", "a"));
        var made = send(Role.AGENT, "/api/tickets/", """
                {"subject": "With a file", "description": "See there.", "attachments": [%d]}""".formatted(file));

        assertThat(made)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.attachments[0].name")
                .isEqualTo("a.txt");
        assertThat(get(acme, Role.AUDITOR, "/attachments/" + file + "/a.txt")).hasStatusOk();
    }

    @Test
    void untilItIsAttachedAFileIsItsUploadersAlone() {
        var brought = bring(Role.AGENT, "mine.txt", "mine");

        assertThat(get(acme, Role.AGENT, url(brought))).hasStatusOk();
        assertThat(get(acme, Role.OWNER, url(brought))).hasStatus(404);
        assertThat(get(acme, null, url(brought))).hasStatus(404);
        assertThat(post(Role.OWNER, "/messages", """
                {"body": "Not mine.", "attachments": [%d]}""".formatted(id(brought)))).hasStatus(400);
    }

    @Test
    void theDeskNextDoorFindsNothing() throws IOException {
        var brought = bring(Role.AGENT, "a.txt", "of Acme");
        post(Role.AGENT, "/messages", "{\"body\": \"x\", \"attachments\": [%d]}".formatted(id(brought)));

        for (var path : new String[] {url(brought), "/api/attachments/" + id(brought) + "/"}) {
            assertThat(get(globex, Role.OWNER, path)).hasStatus(404);
            assertThat(http.get()
                            .uri("http://" + globex.host() + path)
                            .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AGENT))
                            .exchange())
                    .hasStatus(404);
            assertThat(http.get().uri("http://localhost" + path).exchange()).hasStatus(404);
            assertThat(get(acme, null, path)).hasStatus(404);
        }
        try (var kept = blobs.list(globex.tenant().id())) {
            assertThat(kept).doesNotContain(new BlobKey(sha256(brought)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "page.html, <html><script>alert(1)</script></html>",
        "picture.svg, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "picture.png, <svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "data.xml, <?xml version='1.0'?><a/>"
    })
    void whatABrowserWouldRunIsSavedAsText(String name, String content) {
        var read = get(acme, Role.AGENT, url(bring(Role.AGENT, name, content)));

        assertThat(read).hasStatusOk().hasHeader("Content-Type", "text/plain");
        assertThat(read.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(read).hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
    }

    @Test
    void aPictureMayBeShownAndHasAThumbnail() {
        var brought = bring(Role.AGENT, "pole.jpg", Pictures.of("jpg", 1000, 500));
        var read = get(acme, Role.AGENT, url(brought));
        var small = get(acme, Role.AGENT, "/attachments/" + id(brought) + "/thumbnail");

        assertThat(read.getResponse().getHeader("Content-Disposition")).startsWith("inline");
        assertThat(small).hasStatusOk().hasHeader("Content-Type", "image/jpeg");
        assertThat(Pictures.read(small.getResponse().getContentAsByteArray()).getWidth())
                .isEqualTo(320);
        assertThat(get(acme, Role.OWNER, "/attachments/" + id(brought) + "/thumbnail"))
                .hasStatus(404);
    }

    @Test
    void partsAndWhatIsKnownAlreadyNeedNotBeSentWhole() {
        var brought = bring(Role.AGENT, "a.txt", "0123456789");
        var part = http.get()
                .uri("http://" + acme.host() + url(brought))
                .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AGENT))
                .header(HttpHeaders.RANGE, "bytes=2-4")
                .exchange();
        var known = http.get()
                .uri("http://" + acme.host() + url(brought))
                .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AGENT))
                .header(HttpHeaders.IF_NONE_MATCH, '"' + sha256(brought) + '"')
                .exchange();

        assertThat(part).hasStatus(206).bodyText().isEqualTo("234");
        assertThat(part).hasHeader(HttpHeaders.CONTENT_RANGE, "bytes 2-4/10");
        assertThat(known).hasStatus(304);
    }

    @Test
    void whatIsNotTakenIsRefusedWithTheReasonAtItsField() {
        assertThat(bring(Role.AGENT, "setup.exe", "x"))
                .hasStatus(415)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("file");
        assertThat(bring(Role.AGENT, "holiday.jpg", "MZ\u0090\u0000\u0003 a program"))
                .hasStatus(415);
        assertThat(bring(Role.AGENT, "empty.txt", "")).hasStatus(400);
        assertThat(bring(Role.AGENT, "large.txt", "x".repeat(21 << 20)))
                .hasStatus(413)
                .bodyJson()
                .extractingPath("$.errors[0].message")
                .isEqualTo("The file is larger than 20 MB.");
        assertThat(send(Role.AGENT, "/api/attachments/", "{}")).hasStatus(415);
        assertThat(bring(Role.AUDITOR, "a.txt", "x")).hasStatus(403);
        assertThat(bring(null, "a.txt", "x")).hasStatus(401);
    }

    @Test
    void aBodyLargerThanAnyFileIsRefusedBeforeItIsRead() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\n";
            var small = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/attachments/"))
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .header(HttpHeaders.AUTHORIZATION, acme.bearer(Role.AGENT))
                    .POST(HttpRequest.BodyPublishers.ofString(head + "x\r\n--b--\r\n"))
                    .build();
            // The host decides whose desk it is: here nobody's, so that the way there is what is tried.
            assertThat(client.send(small, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(404);
            var announced = "POST /api/attachments/ HTTP/1.1\r\nHost: %s\r\nAuthorization: %s\r\n"
                    + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000000\r\n\r\n%s";
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(announced
                                .formatted(acme.host(), acme.bearer(Role.AGENT), head)
                                .getBytes(StandardCharsets.UTF_8));
                var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
                assertThat(answer).isEqualTo("HTTP/1.1 413");
            }
        }
    }

    @Test
    void aNotesFileIsReadByAgentsWhoSeeTheTicketAndByNoCustomer() {
        long file = id(bring(Role.LIGHT_AGENT, "quality.txt", "batch 24-11B"));
        var note = post(Role.LIGHT_AGENT, "/messages", """
                {"body": "For us.", "visibility": "internal", "attachments": [%d]}""".formatted(file));

        assertThat(note).hasStatus(201);
        assertThat(get(acme, Role.AGENT, "/attachments/" + file + "/quality.txt"))
                .hasStatusOk();
        assertThat(get(acme, null, "/attachments/" + file + "/quality.txt")).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"a\u202Egpj.txt, agpj.txt", "../../a.txt, a.txt", "a\u200B.txt, a.txt"})
    void namesAreShownWithoutTricks(String sent, String shown) {
        assertThat(bring(Role.AGENT, sent, "x"))
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo(shown);
    }

    private MvcTestResult bring(@Nullable Role role, String name, String content) {
        return bring(role, name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private MvcTestResult bring(@Nullable Role role, String name, byte[] content) {
        var request = http.post()
                .uri("http://" + acme.host() + "/api/attachments/")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/html", content));
        return (role == null ? request : request.header(HttpHeaders.AUTHORIZATION, acme.bearer(role))).exchange();
    }

    private MvcTestResult post(Role role, String below, String json) {
        return send(role, "/api/tickets/" + acme.ticket() + below, json);
    }

    private MvcTestResult send(Role role, String path, String json) {
        return http.post()
                .uri("http://" + acme.host() + path)
                .header(HttpHeaders.AUTHORIZATION, acme.bearer(role))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private MvcTestResult get(Desk desk, @Nullable Role role, String path) {
        var request = http.get().uri("http://" + desk.host() + path);
        return (role == null ? request : request.header(HttpHeaders.AUTHORIZATION, desk.bearer(role))).exchange();
    }

    private static int id(MvcTestResult brought) {
        return JsonPath.read(text(brought), "$.id");
    }

    private static String url(MvcTestResult brought) {
        return JsonPath.read(text(brought), "$.url");
    }

    private static String sha256(MvcTestResult brought) {
        return JsonPath.read(text(brought), "$.sha256");
    }
}
