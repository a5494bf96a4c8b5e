package dev.lodge.attachments.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.Cast.Desk;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.People;
import dev.lodge.accounts.Role;
import dev.lodge.attachments.FileRuleBook;
import dev.lodge.attachments.FileRules;
import dev.lodge.tenancy.Tenants;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class FilesPageTests {

    private static final Map<String, Desk> DESKS = new ConcurrentHashMap<>();

    @Autowired
    Cast cast;

    @Autowired
    Browsers browsers;

    @Autowired
    FileRuleBook rules;

    Desk acme;
    Desk globex;
    Browser mia;

    @BeforeEach
    void miaIsSignedIn() {
        acme = DESKS.computeIfAbsent("rules-acme", slug -> cast.deskOfAcme(cast.tenant(slug, "Acme")));
        globex = DESKS.computeIfAbsent("rules-globex", slug -> cast.deskOfGlobex(cast.tenant(slug, "Globex")));
        mia = signIn(Role.OWNER);
    }

    @Test
    void whatMayBeBroughtIsEachDesksOwn() {
        var sent = mia.post(
                "/settings/files",
                "largest_file",
                "5",
                "storage_limit",
                "1000",
                "allowed",
                ".PDF, jpg",
                "forbidden",
                "exe js",
                "version",
                Long.toString(version()));

        assertThat(sent).hasStatus(303);
        var now = Tenants.in(acme.tenant(), rules::current);
        assertThat(now.largestFile()).isEqualTo(5L << 20);
        assertThat(now.storageLimit()).isEqualTo(1000L << 20);
        assertThat(now.allowed()).containsExactly("jpg", "pdf");
        assertThat(now.forbidden()).containsExactly("exe", "js");
        var theirs = Tenants.in(globex.tenant(), rules::current);
        assertThat(theirs.forbiddenOrPrograms()).isEqualTo(FileRules.PROGRAMS);
        assertThat(theirs.allowed()).isEmpty();
    }

    @Test
    void whatIsWrongStandsAtItsField() {
        var sent = mia.post(
                "/settings/files",
                "largest_file",
                "5000",
                "storage_limit",
                "much",
                "allowed",
                "p d f!",
                "forbidden",
                "",
                "version",
                Long.toString(version()));

        assertThat(sent)
                .hasStatus(422)
                .bodyText()
                .contains("largest_file-error", "storage_limit-error", "allowed-error")
                .doesNotContain("forbidden-error");
    }

    @Test
    void twoWhoEditAtOnceDoNotOverwriteEachOther() {
        var sent = mia.post("/settings/files", "largest_file", "7", "allowed", "", "forbidden", "", "version", "0");

        assertThat(sent).hasStatus(412).bodyText().contains("somebody else changed the rules");
    }

    @Test
    void onlyWhoManagesFilesSeesIt() {
        assertThat(mia.get("/settings/files")).hasStatusOk();
        assertThat(signIn(Role.AGENT).get("/settings/files")).hasStatus(403);
    }

    private long version() {
        return Tenants.in(acme.tenant(), rules::current).version();
    }

    private Browser signIn(Role role) {
        var browser = browsers.at(acme.host());
        browser.signIn(acme.person(role).email(), People.PASSWORD, "/profile");
        return browser;
    }
}
