package dev.lodge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@LodgeTest
class MembershipTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private Teams teams;

    @Test
    void withoutAPasswordTheAnswerCarriesAnInvitationOnce() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);

        MvcTestResult created = post(mia, "/api/agents", """
                {"email": "Elin.H@example.test", "name": "Elin Hagström", "role": "light_agent"}""");

        assertThat(created)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.invitation_url")
                .asString()
                .startsWith("http://acme.localhost")
                .contains("/invitation/");
        assertThat(get(mia, location(created)))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.invitation_url")
                .extractingPath("$.invited")
                .isEqualTo(true);
    }

    @Test
    void anAddressInOtherLettersIsTaken() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);

        assertThat(post(mia, "/api/agents", """
                        {"email": "%s", "name": "Mia", "role": "agent"}""".formatted(mia.email().toUpperCase())))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("email");
    }

    @Test
    void theSameAddressMayWorkAtAcmeAndAtGlobex() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        Somebody hank = people.somebody(cast.globex(), "Hank Scorpio", Role.OWNER);

        assertThat(http.post()
                        .uri("http://globex.localhost/api/agents")
                        .header(HttpHeaders.AUTHORIZATION, hank.bearer())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"%s\", \"name\": \"Mia\", \"role\": \"agent\"}".formatted(mia.email())))
                .hasStatus(201);
    }

    @Test
    void nobodyRaisesTheirOwnRights() {
        Somebody admin = people.somebody(cast.acme(), "Tom Okafor", Role.ADMIN);
        Somebody manager = people.somebody(cast.acme(), "Sofia Marek", Role.MANAGER);

        assertThat(patch(admin, admin.id(), "{\"role\": \"owner\"}")).hasStatus(403);
        assertThat(patch(manager, manager.id(), "{\"role\": \"admin\"}")).hasStatus(403);
        assertThat(get(admin, "/api/me")).bodyJson().extractingPath("$.role").isEqualTo("admin");
    }

    @Test
    void anAdminTouchesNoOwner() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        Somebody admin = people.somebody(cast.acme(), "Tom Okafor", Role.ADMIN);

        for (String change : List.of(
                "{\"password\": \"another horse battery\"}",
                "{\"role\": \"agent\"}",
                "{\"active\": false}",
                "{\"email\": \"taken.over@example.test\"}")) {
            assertThat(patch(admin, mia.id(), change)).hasStatus(403);
        }
        assertThat(post(admin, "/api/agents", """
                        {"email": "own.er@example.test", "name": "Owner", "role": "owner"}""")).hasStatus(403);
    }

    @Test
    void theLastOwnerStays() {
        Tenant lonely = cast.tenant("lonely", "Lonely");
        Somebody mia = people.somebody(lonely, "Mia Lindqvist", Role.OWNER);

        assertThat(patchAt("lonely.localhost", mia, mia.id(), "{\"role\": \"admin\"}"))
                .hasStatus(409);
        assertThat(patchAt("lonely.localhost", mia, mia.id(), "{\"active\": false}"))
                .hasStatus(409);
    }

    @Test
    void ofTwoOwnersWhoStepDownAtOnceOneStays() throws Exception {
        Tenant pair = cast.tenant("pair", "Pair");
        Somebody mia = people.somebody(pair, "Mia Lindqvist", Role.OWNER);
        Somebody tom = people.somebody(pair, "Tom Okafor", Role.OWNER);
        Callable<Integer> hers = () -> patchAt("pair.localhost", mia, mia.id(), "{\"role\": \"agent\"}")
                .getResponse()
                .getStatus();
        Callable<Integer> his = () -> patchAt("pair.localhost", tom, tom.id(), "{\"role\": \"agent\"}")
                .getResponse()
                .getStatus();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = callers.invokeAll(List.of(hers, his));
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void whoIsDeactivatedIsOutAtOnce() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(patch(mia, priya.id(), "{\"active\": false}")).hasStatusOk();
        assertThat(get(priya, "/api/me")).hasStatus(401);

        assertThat(patch(mia, priya.id(), "{\"active\": true}")).hasStatusOk();
        assertThat(get(priya, "/api/me")).as("an old token after coming back").hasStatus(401);
    }

    @Test
    void aStaleVersionChangesNothing() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(http.patch()
                        .uri("http://acme.localhost/api/agents/" + priya.id())
                        .header(HttpHeaders.AUTHORIZATION, mia.bearer())
                        .header(HttpHeaders.IF_MATCH, "\"77\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\": \"P. Raman\"}"))
                .hasStatus(412);
        assertThat(get(mia, "/api/agents/" + priya.id()))
                .bodyJson()
                .extractingPath("$.name")
                .isEqualTo("Priya Raman");
    }

    @Test
    void fieldsThatNobodySetsAreRefused() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);

        for (String field : List.of("id", "version", "created_at", "password_hash", "tenant")) {
            assertThat(patch(mia, mia.id(), "{\"%s\": 1}".formatted(field))).hasStatus(400);
        }
    }

    @Test
    void anAgentOfGlobexIsNotFoundAtAcme() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        Somebody last = people.somebody(cast.globex(), "Hank Scorpio", Role.OWNER);
        for (int i = 0; i < 3; i++) {
            last = people.somebody(cast.globex(), "Hank Scorpio", Role.OWNER);
        }

        assertThat(get(mia, "/api/agents/" + (last.id() + 1000))).hasStatus(404);
        assertThat(get(mia, "/api/agents?search=Scorpio"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.count")
                .isEqualTo(0);
    }

    @Test
    void teamsAndTheirPeopleKnowOfEachOther() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);
        long team = Tenants.in(cast.acme(), () -> teams.create("Returns " + mia.id()));
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT, team);

        assertThat(get(mia, "/api/teams/" + team))
                .bodyJson()
                .extractingPath("$.members[0]")
                .isEqualTo((int) priya.id());
        assertThat(patch(mia, priya.id(), "{\"teams\": []}")).hasStatusOk();
        assertThat(get(mia, "/api/teams/" + team))
                .bodyJson()
                .extractingPath("$.members")
                .asArray()
                .isEmpty();
        assertThat(patch(mia, priya.id(), "{\"teams\": [999999]}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("teams");
    }

    @Test
    void teamsAreCreatedRenamedAndDeleted() {
        Somebody mia = people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER);

        MvcTestResult created = post(mia, "/api/teams", "{\"name\": \"Orders %d\"}".formatted(mia.id()));
        String address = location(created);
        assertThat(created).hasStatus(201);
        assertThat(post(mia, "/api/teams", "{\"name\": \"ORDERS %d\"}".formatted(mia.id())))
                .hasStatus(409);
        assertThat(http.delete().uri("http://acme.localhost" + address).header(HttpHeaders.AUTHORIZATION, mia.bearer()))
                .hasStatus(204);
        assertThat(get(mia, address)).hasStatus(404);
    }

    @Test
    void anAgentManagesNobody() {
        Somebody priya = people.somebody(cast.acme(), "Priya Raman", Role.AGENT);

        assertThat(post(priya, "/api/agents", "{}")).hasStatus(403);
        assertThat(post(priya, "/api/teams", "{}")).hasStatus(403);
        assertThat(get(priya, "/api/agents")).hasStatusOk();
    }

    private static String location(MvcTestResult created) {
        return Objects.requireNonNull(created.getResponse().getHeader(HttpHeaders.LOCATION));
    }

    private MvcTestResult get(Somebody caller, String path) {
        return http.get()
                .uri("http://acme.localhost" + path)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .exchange();
    }

    private MvcTestResult post(Somebody caller, String path, String body) {
        return http.post()
                .uri("http://acme.localhost" + path)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult patch(Somebody caller, long id, String body) {
        return patchAt("acme.localhost", caller, id, body);
    }

    private MvcTestResult patchAt(String host, Somebody caller, long id, String body) {
        return http.patch()
                .uri("http://" + host + "/api/agents/" + id)
                .header(HttpHeaders.AUTHORIZATION, caller.bearer())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
