package dev.lodge.branding.domains;

import static dev.lodge.branding.domains.NameServer.code;
import static dev.lodge.branding.domains.NameServer.cutOff;
import static dev.lodge.branding.domains.NameServer.nothing;
import static dev.lodge.branding.domains.NameServer.silence;
import static dev.lodge.branding.domains.NameServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Rcode;

/** The difference between a name without a text and a server that does not say. */
class MachineDnsTests {

    private static final String NAME = "_lodge-challenge.help.acme.example";

    @Test
    void allTextsOfANameAreFoundAndThePiecesOfOneBelongTogether() throws IOException {
        String[] spf = {"v=spf1 -all"};
        String[] pieces = {"lodge-site-", "verification=5f0c"};

        try (var server = NameServer.that(texts(spf, pieces))) {
            assertThat(asked(server)).contains(Set.of("v=spf1 -all", "lodge-site-verification=5f0c"));
        }
    }

    @Test
    void aNameWithoutATextAndOneThatDoesNotExistHaveNone() throws IOException {
        try (var server = NameServer.that(nothing());
                var knowing = NameServer.that(code(Rcode.NXDOMAIN))) {
            assertThat(asked(server)).contains(Set.of());
            assertThat(asked(knowing)).contains(Set.of());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Rcode.SERVFAIL, Rcode.REFUSED, Rcode.FORMERR, Rcode.NOTIMP})
    void aServerThatFailsOrRefusesSaysNothing(int rcode) throws IOException {
        try (var server = NameServer.that(code(rcode))) {
            assertThat(asked(server)).isEmpty();
        }
    }

    @Test
    void aServerThatIsSilentSaysNothingAndIsAskedOnceMore() throws IOException {
        try (var server = NameServer.that(silence())) {
            assertThat(asked(server)).isEmpty();
            assertThat(server.timesAsked()).isEqualTo(2);
        }
    }

    @Test
    void whatADatagramCannotHoldIsFetchedByConnection() throws IOException {
        String[] text = {"lodge-site-verification=5f0c"};

        try (var server = NameServer.that(cutOff(), texts(text))) {
            assertThat(asked(server)).contains(Set.of("lodge-site-verification=5f0c"));
        }
    }

    @Test
    void anAnswerThatIsCutOffAndCannotBeFetchedSaysNothing() throws IOException {
        try (var server = NameServer.that(cutOff())) {
            assertThat(asked(server)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereOneServerIsDownTheNextOneIsAsked(boolean silent) throws IOException {
        String[] text = {"lodge-site-verification=5f0c"};

        try (var down = NameServer.that(silent ? silence() : code(Rcode.SERVFAIL));
                var up = NameServer.that(texts(text))) {
            assertThat(asked(down, up)).contains(Set.of("lodge-site-verification=5f0c"));
        }
    }

    @Test
    void anAnswerToAnotherQuestionIsNotBelieved() throws IOException {
        NameServer.Answer honest = texts(new String[] {"lodge-site-verification=5f0c"});

        try (var server = NameServer.that(question -> {
            var forged = Objects.requireNonNull(honest.to(question));
            forged.getHeader().setID(forged.getHeader().getID() ^ 1);
            return forged;
        })) {
            assertThat(asked(server)).isEmpty();
        }
    }

    private static Optional<Set<String>> asked(NameServer... servers) {
        var addresses = Stream.of(servers).map(NameServer::address).toList();
        return new MachineDns(() -> addresses, Duration.ofSeconds(2)).texts(NAME);
    }
}
