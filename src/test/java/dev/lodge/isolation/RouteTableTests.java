package dev.lodge.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.accounts.Role;
import dev.lodge.isolation.Visitor.Answer;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.portal.CustomerVisits;
import dev.lodge.portal.ForCustomers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every route, by every role, with ids of one's own desk, of the one next door, and of nobody. */
@LodgeTest
class RouteTableTests {

    @Autowired
    Cast cast;

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerVisits customers;

    Neighbours next;

    @BeforeEach
    void bothDesksAreInTheRoom() {
        next = Neighbours.of(cast);
    }

    @Test
    void everyRouteCarriesExactlyOneMarkThatSaysWhoMayReachIt() {
        List<String> wrong = Route.all(context).stream()
                .filter(route ->
                        !ErrorController.class.isAssignableFrom(route.handler().getBeanType()))
                .filter(route ->
                        route.marks(List.of(Requires.class, Anyone.class, ForCustomers.class, OperatorRoute.class))
                                != 1)
                .map(Route::toString)
                .toList();

        assertThat(wrong).isEmpty();
        assertThat(Route.ofTheApi(context)).hasSizeGreaterThan(20);
    }

    @Test
    void whoIsNotSignedInIsAskedToAndLearnsNothing() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.ofTenants(context)) {
            Answer answer = ask(stranger(), route, nobodysId(route));
            boolean refused = route.isApi()
                    ? answer.status() == 401 && answer.isProblem()
                    : answer.location().startsWith("/signin") || answer.status() == 403 && !route.isRead();
            if (!refused) {
                wrong.add(route + ": " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aRoleReachesExactlyTheRoutesWhosePermissionItHas() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.ofTheApi(context)) {
            Permission needed = route.permission().orElseThrow();
            for (Role role : Role.values()) {
                Answer answer = ask(at(role), route, nobodysId(route));
                // No token may do what only people do for themselves.
                boolean permitted = role.permissions().contains(needed) && needed != Permission.SELF;
                boolean asItShould =
                        permitted ? answer.status() != 401 && answer.status() != 403 : answer.status() == 403;
                if (!asItShould || answer.status() >= 500) {
                    wrong.add(route + " by " + role + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatTheDeskNextDoorHasIsAnsweredAsWhatNobodyHas() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.ofTheApi(context)) {
            if (!route.hasVariable()) {
                continue;
            }
            for (Role role : Role.values()) {
                Answer foreign = ask(at(role), route, Subject.at(route, next.globex()));
                Answer nobodys = ask(at(role), route, nobodysId(route));
                if (!foreign.shape().equals(nobodys.shape()) || foreign.status() < 400) {
                    wrong.add(route + " by " + role + ": " + foreign + " but " + nobodys);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsReadAtOnesOwnDeskIsThere() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.ofTheApi(context)) {
            if (route.isRead() && route.permission().orElseThrow() != Permission.SELF) {
                Answer answer = ask(at(Role.OWNER), route, ownId(route));
                if (answer.status() != 200) {
                    wrong.add(route + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void whatIsForCustomersIsForThemAloneAndForWhatIsTheirs() {
        var cookie = customers.signIn(next.acme().tenant(), next.acme().customer());
        var customer = stranger().with(HttpHeaders.COOKIE, cookie.getName() + "=" + cookie.getValue());
        List<String> wrong = new ArrayList<>();
        for (Route route :
                Route.all(context).stream().filter(Route::isForCustomers).toList()) {
            Answer strangers = ask(stranger(), route, nobodysId(route));
            Answer agents = ask(at(Role.OWNER), route, nobodysId(route));
            boolean refused =
                    strangers.location().startsWith("/portal/signin") || strangers.status() == 403 && !route.isRead();
            if (!refused || agents.status() != 403) {
                wrong.add(route + ": " + strangers + " and by an agent " + agents);
            }
            if (route.isRead() && route.hasVariable()) {
                Answer foreign = ask(customer, route, Subject.at(route, next.globex()));
                Answer nobodys = ask(customer, route, nobodysId(route));
                if (!foreign.shape().equals(nobodys.shape()) || foreign.status() != 404) {
                    wrong.add(route + " by a customer: " + foreign + " but " + nobodys);
                }
            }
        }
        for (Route route : Route.ofTenants(context)) {
            Answer answer = ask(customer, route, nobodysId(route));
            boolean refused = route.isApi()
                    ? answer.status() == 401 || answer.status() == 403
                    : answer.location().startsWith("/signin") || answer.status() == 403 && !route.isRead();
            if (!refused) {
                wrong.add(route + " by a customer: " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void bothFormsOfAPathMeanTheSame() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.all(context)) {
            if (!route.isApi() || route.path().endsWith("/")) {
                continue;
            }
            String path = route.hasVariable() ? route.at(nobodysId(route)) : route.path();
            String body = route.isRead() ? null : "{}";
            Answer without = at(Role.OWNER).send(route.method(), path, body);
            Answer with = at(Role.OWNER).send(route.method(), path + "/", body);
            if (!with.shape().equals(without.shape())) {
                wrong.add(route + ": " + without + " but with a slash " + with);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void theOperatorsRoutesDoNotExistAtADeskNorTheDesksAtThePlatforms() {
        List<String> wrong = new ArrayList<>();
        for (Route route : Route.all(context)) {
            boolean operators = route.marks(List.of(OperatorRoute.class)) == 1;
            if (!operators && route.permission().isEmpty()) {
                continue;
            }
            String host = operators ? next.acme().host() : "localhost";
            String[] values = route.variables().map(variable -> "1").toArray(String[]::new);
            var visitor = new Visitor(http, host).as(next.acme().bearer(Role.OWNER));
            Answer answer = visitor.send(route.method(), route.at(values), route.isRead() ? null : "{}");
            if (answer.status() != 404) {
                wrong.add(route + " at " + host + ": " + answer);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Answer ask(Visitor visitor, Route route, String id) {
        return visitor.send(route.method(), route.at(id), route.isRead() ? null : "{}");
    }

    private String ownId(Route route) {
        return route.hasVariable() ? Subject.at(route, next.acme()) : "";
    }

    private static String nobodysId(Route route) {
        return Long.toString(Subject.NOBODYS);
    }

    private Visitor at(Role role) {
        return stranger().as(next.acme().bearer(role));
    }

    private Visitor stranger() {
        return new Visitor(http, next.acme().host());
    }
}
