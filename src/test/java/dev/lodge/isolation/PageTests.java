package dev.lodge.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Role;
import dev.lodge.isolation.Visitor.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The same questions as of the API, asked of the pages by people who are signed in with a browser. */
@LodgeTest
class PageTests {

    /** They end the sessions with which the rest is asked; what they say of a role is asked of the other routes of profiles. */
    private static final Set<String> ENDS_SESSIONS = Set.of("/profile/sessions/end-others", "/profile/password");

    @Autowired
    Cast cast;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    Browsers browsers;

    Neighbours next;
    Map<Role, SignedIn> staff;
    final List<String> wrong = new ArrayList<>();

    /** A browser in which somebody is signed in, and the token of its forms. */
    record SignedIn(Visitor visitor, String token) {}

    @BeforeEach
    void peopleOfAcmeSignIn() {
        next = Neighbours.of(cast);
        staff = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            staff.put(role, signIn(next.acme(), role));
        }
        signIn(next.globex(), Role.OWNER);
    }

    @Test
    void aRoleReachesExactlyThePagesWhosePermissionItHas() {
        for (Route route : pages()) {
            for (Role role : Role.values()) {
                Answer answer = ask(role, route, Long.toString(Subject.NOBODYS));
                if (!isRight(answer, route, role) || answer.status() >= 500) {
                    wrong.add(route + " by " + role + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatTheDeskNextDoorHasIsShownAsWhatNobodyHas() {
        for (Route route : pages()) {
            if (route.hasVariable() && !route.path().startsWith("/settings/roles/")) {
                for (Role role : Role.values()) {
                    Answer foreign = ask(role, route, Subject.at(route, next.globex()));
                    Answer nobodys = ask(role, route, Long.toString(Subject.NOBODYS));
                    if (!foreign.shape().equals(nobodys.shape()) || foreign.status() < 400) {
                        wrong.add(route + " by " + role + ": " + foreign + " but " + nobodys);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatSomebodyElseSignsInWithIsShownAsWhatNobodyHas() {
        for (Route route : pages()) {
            if (route.path().startsWith("/settings/tokens/{") || route.path().startsWith("/profile/sessions/{")) {
                SignedIn colleague = signIn(next.acme(), Role.OWNER);
                Answer others = ask(Role.AGENT, route, Subject.at(route, next.acme()));
                Answer nobodys = ask(Role.AGENT, route, Long.toString(Subject.NOBODYS));
                if (!others.shape().equals(nobodys.shape())
                        || colleague.visitor().get("/profile").status() != 200) {
                    wrong.add(route + ": " + others + " but " + nobodys);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aFormWithoutTheTokenOfItsOwnSessionDoesNothing() {
        Map<String, String> before = Contents.of(next.acme().tenant());
        String foreign = signIn(next.globex(), Role.OWNER).token();
        String colleagues = Objects.requireNonNull(staff.get(Role.ADMIN)).token();
        for (Route route : pages()) {
            if (!route.isRead()) {
                String path = route.at(Subject.NOBODYS + "");
                for (String token : List.of("", "_csrf=" + foreign, "_csrf=" + colleagues, "_csrf=x")) {
                    Answer answer = visitor(Role.OWNER)
                            .send(
                                    route.method(),
                                    path,
                                    token.getBytes(StandardCharsets.UTF_8),
                                    MediaType.APPLICATION_FORM_URLENCODED_VALUE);
                    if (answer.status() != 403) {
                        wrong.add(route + " with \"" + token + "\": " + answer);
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Contents.of(next.acme().tenant())).isEqualTo(before);
    }

    @Test
    void onesOwnPagesAreThere() {
        for (Route route : pages()) {
            if (route.isRead() && !route.hasVariable()) {
                Answer answer = ask(Role.OWNER, route, "");
                // A page that needs to be asked something says so.
                if (!Set.of(200, 302, 303, 400).contains(answer.status())) {
                    wrong.add(route + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean isRight(Answer answer, Route route, Role role) {
        if (mayOnlyNote(route, role)) {
            return answer.status() == 403 || answer.status() == 404;
        }
        if (!role.permissions().contains(route.permission().orElseThrow())) {
            return answer.status() == 403;
        }
        return answer.status() != 401
                && answer.status() != 403
                && !answer.location().startsWith("/signin");
    }

    /** What says nothing of being a note is a reply, which takes more than the route does. */
    private static boolean mayOnlyNote(Route route, Role role) {
        return route.path().endsWith("/messages")
                && role.permissions().contains(Permission.TICKET_NOTE)
                && !role.permissions().contains(Permission.TICKET_REPLY);
    }

    private List<Route> pages() {
        return Route.ofTenants(context).stream()
                .filter(route -> !route.isApi())
                .filter(route -> !ENDS_SESSIONS.contains(route.path()))
                .toList();
    }

    private Answer ask(Role role, Route route, String id) {
        if (route.isRead()) {
            return visitor(role).get(route.at(id));
        }
        String form = "_csrf=" + Objects.requireNonNull(staff.get(role)).token();
        return visitor(role)
                .send(
                        route.method(),
                        route.at(id),
                        form.getBytes(StandardCharsets.UTF_8),
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private Visitor visitor(Role role) {
        return Objects.requireNonNull(staff.get(role)).visitor();
    }

    private SignedIn signIn(Desk desk, Role role) {
        var browser = browsers.at(desk.host());
        browser.signIn(desk.person(role).email(), People.PASSWORD, "/profile");
        String session = browser.cookie("lodge_session").getValue();
        return new SignedIn(
                new Visitor(http, desk.host()).with(HttpHeaders.COOKIE, "lodge_session=" + session),
                browser.token("/profile"));
    }
}
