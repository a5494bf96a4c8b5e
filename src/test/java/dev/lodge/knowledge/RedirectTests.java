package dev.lodge.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.knowledge.Articles.Place;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class RedirectTests {

    @Autowired
    Cast cast;

    @Autowired
    People people;

    @Autowired
    MockMvcTester http;

    @Autowired
    Articles articles;

    private Place find(String slug) {
        return Tenants.in(cast.acme(), () -> articles.find(Reader.visitor(), slug, "en"));
    }

    @Test
    void aChangedAddressLeadsToTheNewOneUntilAnotherArticleTakesIt() {
        cast.globex();
        var mia = new Api(
                http,
                "acme",
                people.somebody(cast.acme(), "Mia Lindqvist", Role.OWNER).bearer());
        var library = new Library(mia);
        String first = library.publish("Redirected one");
        mia.patch(first, "{\"slug\": \"Redirected two\"}");
        mia.patch(first, "{\"slug\": \"redirected-three\"}");

        assertThat(find("redirected-one")).isEqualTo(new Place.Moved("redirected-three"));
        assertThat(find("redirected-two")).isEqualTo(new Place.Moved("redirected-three"));

        String second = library.publish("Redirected one");
        assertThat(find("redirected-one")).isInstanceOf(Place.Here.class);
        mia.delete(second);
        assertThat(find("redirected-one")).isEqualTo(new Place.Moved("redirected-three"));

        mia.patch(first, "{\"slug\": \"redirected-one\"}");
        assertThat(find("redirected-one")).isInstanceOf(Place.Here.class);
        mia.patch(first, "{\"status\": \"draft\"}");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> find("redirected-two"));
    }
}
