package dev.lodge.sla.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.Customers;
import dev.lodge.sla.Metric;
import dev.lodge.sla.NewPolicy;
import dev.lodge.sla.NewPolicy.NewTarget;
import dev.lodge.sla.PolicyDetails;
import dev.lodge.sla.SlaPolicies;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.sla.clocks.Target;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Priority;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class PolicyPagesTests {

    private static int desks;

    @Autowired
    MockMvcTester http;

    @Autowired
    Cast cast;

    @Autowired
    SlaPolicies policies;

    @Autowired
    Customers customers;

    private Admin mia;
    private Admin nadia;
    private long gold;

    @BeforeEach
    void ownersOfBothDesks() {
        String street = "policy-pages-" + desks++;
        var acme = cast.deskOfAcme(cast.tenant(street + "-acme", "Acme"));
        var globex = cast.deskOfGlobex(cast.tenant(street + "-globex", "Globex"));
        mia = new Admin(http, acme, Role.OWNER);
        nadia = new Admin(http, globex, Role.OWNER);
        gold = acme.promise().policy();
    }

    @Test
    void theListShowsWhatEachPolicyIsForAndPromises() {
        assertThat(mia.get("/settings/sla"))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "Acme gold", "always", "Acme office", "First response", "1 h", "1 d")
                .contains("href=\"/settings/hours\"")
                .doesNotContain("Globex");
    }

    @Test
    void aPolicyMovesByAButtonWithAndWithoutAScript() {
        long vip = create("Vip");

        assertThat(mia.swap("policies", "/settings/sla/" + vip + "/move", "direction", "up"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html")
                .containsSubsequence("Vip", "Acme gold");
        assertThat(mia.send("/settings/sla/" + vip + "/move", "direction", "up"))
                .hasStatus(303);
        assertThat(names()).containsExactly("Vip", "Acme gold");
        assertThat(mia.send("/settings/sla/" + vip + "/move", "direction", "down"))
                .hasStatus(303);
        assertThat(names()).containsExactly("Acme gold", "Vip");
    }

    @Test
    void aPolicyThatIsDraggedStaysWhereItIsDropped() {
        long vip = create("Vip");
        create("Rest");

        assertThat(mia.swap("policies", "/settings/sla/" + vip + "/move", "position", "3"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<html")
                .containsSubsequence("Acme gold", "Rest", "Vip");
        assertThat(mia.send("/settings/sla/" + vip + "/move", "position", "1")).hasStatus(303);
        assertThat(names()).containsExactly("Vip", "Acme gold", "Rest");
        assertThat(mia.send("/settings/sla/" + vip + "/move", "position", "99")).hasStatus(303);
        assertThat(names()).containsExactly("Acme gold", "Rest", "Vip");
    }

    @Test
    void theGoalIsSetAndARefusedOneIsSaidAtItsField() {
        assertThat(mia.get("/settings/sla")).bodyText().contains("name=\"percent\"", "value=\"95\"");
        assertThat(mia.send("/settings/sla/goal", "percent", "101", "version", "1"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"percent-error\"", "value=\"101\"");
        assertThat(mia.send("/settings/sla/goal", "percent", "most", "version", "1"))
                .hasStatus(422);
        assertThat(mia.send("/settings/sla/goal", "percent", "90", "version", "1"))
                .hasStatus(303);
        assertThat(mia.send("/settings/sla/goal", "percent", "80", "version", "1"))
                .hasStatus(412)
                .bodyText()
                .contains("Somebody else changed the goal", "value=\"80\"", "name=\"version\" value=\"2\"");
        assertThat(mia.get("/settings/sla")).bodyText().contains("value=\"90\"");
        assertThat(nadia.get("/settings/sla")).bodyText().contains("value=\"95\"");
        assertThat(new Admin(http, mia.desk(), Role.AGENT).send("/settings/sla/goal", "percent", "1", "version", "2"))
                .hasStatus(403);
    }

    @Test
    void aPolicyIsSavedAsItWasWritten() {
        long team = mia.desk().team();
        long organization = mia.desk().organization();
        var created = mia.send(
                "/settings/sla",
                "name",
                "Partners",
                "priority",
                "urgent",
                "priority",
                "high",
                "team",
                Long.toString(team),
                "organization",
                Long.toString(organization),
                "tag",
                "VIP, wholesale",
                "channel",
                "email",
                "pause_in",
                "on_hold",
                "target.urgent.resolution",
                "1 d",
                "time.urgent",
                "business",
                "target.high.first_response",
                "8 h 30 m",
                "time.high",
                "calendar");

        assertThat(created).hasStatus(303);
        var saved = policy(Admin.idOf(created));
        assertThat(saved.targets())
                .containsExactly(
                        new Target(Metric.RESOLUTION, Priority.URGENT, 28_800, Counting.BUSINESS),
                        new Target(Metric.FIRST_RESPONSE, Priority.HIGH, 30_600, Counting.CALENDAR));
        assertThat(saved.conditions().team()).containsExactly(team);
        assertThat(saved.conditions().tag()).containsExactly("vip", "wholesale");
        assertThat(mia.get("/settings/sla/" + saved.id()))
                .bodyText()
                .contains(
                        "priority is urgent or high, team is ",
                        "tag is vip or wholesale",
                        "value=\"1 d\"",
                        "value=\"8 h 30 m\"",
                        "Save version 2");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        assertThat(mia.send(
                        "/settings/sla",
                        "name",
                        " ",
                        "target.urgent.resolution",
                        "soon",
                        "target.low.resolution",
                        "4000 d",
                        "tag",
                        "kept as typed"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"", "id=\"target.urgent.resolution-error\"", "value=\"soon\"")
                .contains("id=\"target.low.resolution-error\"", "value=\"kept as typed\"")
                .containsOnlyOnce("autofocus");
        assertThat(mia.send("/settings/sla", "name", "Empty"))
                .hasStatus(422)
                .bodyText()
                .contains("A policy needs at least one target");
        assertThat(mia.send("/settings/sla", "name", "acme GOLD", "target.low.resolution", "1 d"))
                .hasStatus(409)
                .bodyText()
                .contains("id=\"name-error\"");
        assertThat(names()).containsExactly("Acme gold");
    }

    @Test
    void theDryRunSaysWhatSavingWouldDoAndSavesNothing() {
        assertThat(mia.swap("saving", "/settings/sla/" + gold + "/preview", shorter()))
                .hasStatusOk()
                .bodyText()
                .contains("Saving makes version 2.", "One of 1 open tickets changes.")
                .doesNotContain("<html");
        assertThat(mia.send("/settings/sla/" + gold + "/preview", shorter()))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "One of 1 open tickets changes.", "value=\"2 h\"");
        assertThat(policy(gold).version()).isEqualTo(1);
    }

    @Test
    void theDryRunOfANewPolicySaysWhatItWouldDoAndSavesNothing() {
        assertThat(mia.swap("saving", "/settings/sla/preview", "name", "Next", "target.high.resolution", "2 h"))
                .hasStatusOk()
                .bodyText()
                .contains("Saving makes version 1.", "None of the 1 open tickets changes.")
                .doesNotContain("<html");
        assertThat(mia.send("/settings/sla/preview", "name", "Next", "target.high.resolution", "never"))
                .hasStatus(422)
                .bodyText()
                .contains("<!doctype html>", "id=\"target.high.resolution-error\"", "value=\"Next\"");
        assertThat(names()).containsExactly("Acme gold");
    }

    @Test
    void aCustomerIsFoundByAddressOrNameAndTickedBeforeAnythingIsSaved() {
        long customer = mia.desk().customer();
        var byName = customerOf(mia).name();

        assertThat(mia.send("/settings/sla/" + gold + "/customers", "name", "As typed", "customer_name", byName))
                .hasStatusOk()
                .bodyText()
                .contains("<!doctype html>", "value=\"As typed\"", ticked(customer));
        assertThat(mia.swap("customers", "/settings/sla/customers", "customer_name", addressOf(mia)))
                .hasStatusOk()
                .bodyText()
                .contains(ticked(customer), "Another customer")
                .doesNotContain("<html");
        assertThat(mia.send("/settings/sla/customers", "customer_name", addressOf(nadia)))
                .as("who is known next door")
                .hasStatus(422)
                .bodyText()
                .contains("id=\"customer_name-error\"", "value=\"" + addressOf(nadia) + "\"");
        assertThat(policy(gold).conditions().customer()).isEmpty();
    }

    @Test
    void thoseWhoAreTickedAndTheOneWhoIsWrittenAreSaved() {
        var created = mia.send(
                "/settings/sla", "name", "Hers", "customer_name", addressOf(mia), "target.high.resolution", "2 h");

        assertThat(created).hasStatus(303);
        assertThat(policy(Admin.idOf(created)).conditions().customer())
                .containsExactly(mia.desk().customer());
        assertThat(mia.get("/settings/sla"))
                .bodyText()
                .contains("customer is " + customerOf(mia).name());
        assertThat(mia.send("/settings/sla", "name", "X", "customer", "955555", "target.high.resolution", "2 h"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"customer-error\"");
    }

    @Test
    void customersAreSuggestedWhileOneTypes() {
        var beginning = addressOf(mia).substring(0, 4);

        assertThat(mia.get("/settings/sla/customers?customer_name=" + beginning))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"" + addressOf(mia) + "\">")
                .doesNotContain(addressOf(nadia));
        assertThat(mia.get("/settings/sla/customers?customer_name=")).bodyText().doesNotContain("<option");
    }

    @Test
    void anEditThatCrossesAnotherSaysWhatThatChanged() {
        assertThat(mia.send("/settings/sla/" + gold, shorter())).hasStatus(303);

        assertThat(mia.send("/settings/sla/" + gold, "name", "Mine", "version", "1", "target.high.resolution", "6 h"))
                .hasStatus(412)
                .bodyText()
                .contains("Somebody else saved version 2", "1 d of business hours became 2 h of business hours")
                .contains("value=\"Mine\"", "name=\"version\" value=\"2\"");
        assertThat(policy(gold).name()).isEqualTo("Acme gold");
    }

    @Test
    void targetsThatCountEachInATimeOfItsOwnStayAsTheyAre() {
        var mixed = new ArrayList<@Nullable NewTarget>();
        mixed.add(new NewTarget(Metric.FIRST_RESPONSE, Priority.LOW, 3600L, Counting.BUSINESS));
        mixed.add(new NewTarget(Metric.RESOLUTION, Priority.LOW, 86_400L, Counting.CALENDAR));
        var made = Tenants.in(
                mia.desk().tenant(), () -> policies.enter(new NewPolicy("Mixed", null, null, null, mixed, null)));

        assertThat(mia.get("/settings/sla/" + made.id())).bodyText().contains("name=\"time.low.resolution\"");
        assertThat(mia.send(
                        "/settings/sla/" + made.id(),
                        "name",
                        "Mixed",
                        "version",
                        "1",
                        "time.low",
                        "each",
                        "target.low.first_response",
                        "1 h",
                        "time.low.first_response",
                        "business",
                        "target.low.resolution",
                        "1 d",
                        "time.low.resolution",
                        "calendar"))
                .hasStatus(303);
        assertThat(policy(made.id()).targets()).isEqualTo(made.targets());
    }

    @Test
    void aPolicyIsDeletedInTheVersionThatWasSeen() {
        assertThat(mia.get("/settings/sla/" + gold)).bodyText().contains("One open ticket is under it");
        assertThat(mia.send("/settings/sla/" + gold + "/delete", "version", "9"))
                .hasStatus(412);
        assertThat(mia.send("/settings/sla/" + gold + "/delete", "version", "1"))
                .hasStatus(303);
        assertThat(mia.get("/settings/sla")).bodyText().contains("No promises are made yet");
    }

    @Test
    void aLevelIsAddedChangedAndDeleted() {
        var added = mia.send(
                "/settings/sla/" + gold + "/levels",
                "name",
                "Late",
                "metric",
                "resolution",
                "when",
                "after",
                "offset",
                "2 h",
                "to",
                "manager",
                "addresses",
                "duty@acme.example",
                "team",
                Long.toString(mia.desk().team()),
                "raise",
                "1",
                "tags",
                "late");

        assertThat(added).hasStatus(303);
        assertThat(mia.get("/settings/sla/" + gold))
                .bodyText()
                .contains("15 m before", "When due", "2 h after", "Tell the managers and duty@acme.example")
                .contains("Raise priority one step", "Add tag late");
        var level = mia.find("/settings/sla/" + gold, "/settings/sla/levels/(\\d+)\">Late<");
        assertThat(mia.send(
                        "/settings/sla/levels/" + level,
                        "name",
                        "Later",
                        "version",
                        "1",
                        "metric",
                        "resolution",
                        "when",
                        "after",
                        "offset",
                        "1 d",
                        "raise",
                        "3"))
                .hasStatus(303);
        assertThat(mia.get("/settings/sla/levels/" + level)).bodyText().contains("value=\"1 d\"", "Later");
        assertThat(mia.send("/settings/sla/levels/" + level + "/delete", "version", "1"))
                .hasStatus(412);
        assertThat(mia.send("/settings/sla/levels/" + level + "/delete", "version", "2"))
                .hasStatus(303);
        assertThat(mia.get("/settings/sla/levels/" + level)).hasStatus(404);
    }

    @Test
    void aLevelThatCannotBeSaysWhyAtItsField() {
        assertThat(mia.send(
                        "/settings/sla/" + gold + "/levels",
                        "name",
                        "Never",
                        "metric",
                        "first_response",
                        "when",
                        "before",
                        "offset",
                        "3 h",
                        "tags",
                        "late"))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"offset-error\"", "The shortest target is 1 h", "value=\"3 h\"");
        assertThat(mia.send("/settings/sla/" + gold + "/levels", "name", "Idle", "metric", "resolution", "when", "due"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least one thing that happens.");
    }

    @Test
    void whoDoesNotManageServiceLevelsIsNotLedThereNorLetIn() {
        var priya = new Admin(http, mia.desk(), Role.AGENT);

        assertThat(priya.get("/settings/sla")).hasStatus(403);
        assertThat(priya.get("/settings/sla/" + gold)).hasStatus(403);
        assertThat(priya.send("/settings/sla/" + gold + "/preview", shorter())).hasStatus(403);
        assertThat(priya.send("/settings/sla/" + gold, shorter())).hasStatus(403);
        assertThat(priya.get("/settings/tokens")).bodyText().doesNotContain("/settings/sla", "/settings/hours");
    }

    @Test
    void thePoliciesOfTheDeskNextDoorAreNothingHere() {
        long theirs = create(nadia, "Theirs only").id();
        long own = create("Ours only");
        assertThat(theirs).isEqualTo(own);

        assertThat(mia.get("/settings/sla")).bodyText().contains("Ours only").doesNotContain("Theirs only");
        create(nadia, "One more");
        long more = create(nadia, "And another").id();
        assertThat(mia.get("/settings/sla/" + more)).hasStatus(404);
        assertThat(mia.send("/settings/sla/" + more, shorter())).hasStatus(404);
        assertThat(mia.send("/settings/sla/" + more + "/levels", "name", "x")).hasStatus(404);
        assertThat(mia.send("/settings/sla/" + more + "/delete", "version", "1"))
                .hasStatus(404);
    }

    private static String ticked(long customer) {
        return "name=\"customer\" value=\"" + customer + "\" checked";
    }

    private CustomerDetails customerOf(Admin admin) {
        return Tenants.in(
                admin.desk().tenant(),
                () -> customers.details(
                        admin.desk().caller(Role.OWNER), admin.desk().customer()));
    }

    private String addressOf(Admin admin) {
        return customerOf(admin).emails().getFirst();
    }

    private static String[] shorter() {
        return new String[] {
            "name", "Acme gold",
            "version", "1",
            "pause_in", "pending",
            "target.high.first_response", "1 h",
            "target.high.resolution", "2 h"
        };
    }

    private long create(String name) {
        return create(mia, name).id();
    }

    private PolicyDetails create(Admin admin, String name) {
        var targets = new ArrayList<@Nullable NewTarget>();
        targets.add(new NewTarget(Metric.RESOLUTION, Priority.LOW, 3600L, Counting.CALENDAR));
        return Tenants.in(
                admin.desk().tenant(), () -> policies.enter(new NewPolicy(name, null, null, null, targets, null)));
    }

    private PolicyDetails policy(long id) {
        return Tenants.in(mia.desk().tenant(), () -> policies.details(mia.desk().caller(Role.OWNER), id));
    }

    private List<String> names() {
        return Tenants.in(
                mia.desk().tenant(),
                () -> policies.all(mia.desk().caller(Role.OWNER)).stream()
                        .map(PolicyDetails::name)
                        .toList());
    }
}
