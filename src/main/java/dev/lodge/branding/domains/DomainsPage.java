package dev.lodge.branding.domains;

import static dev.lodge.web.Text.text;

import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.Domain;
import dev.lodge.tenancy.HostName;
import dev.lodge.web.Times;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page about a desk's hosts.
 *
 * @param entries those that serve the desk first, the primary one at the top
 * @param host as it was written, if it was not taken
 */
public record DomainsPage(List<Entry> entries, String host, FieldErrors errors) {

    /** @param claim null for a host that the operator gave */
    public record Entry(
            HostName host,
            boolean serves,
            boolean primary,
            @Nullable Claim claim) {

        /** The last part of the keys of what is said of its state. */
        public String state() {
            if (claim == null) {
                return "given";
            }
            return claim.servedUntil() == null ? claim.state().word() : "missing";
        }

        /** What is said of its state; of a record that is gone, until when the host is served without it. */
        public String says() {
            var until = claim == null ? null : claim.servedUntil();
            if (until == null) {
                return text("domains.says." + state());
            }
            return until.isAfter(Times.present())
                    ? text("domains.says.missing", Times.moment(until))
                    : text("domains.says.missing_longer");
        }

        public String icon() {
            return switch (state()) {
                case "given", "verified" -> "circle-check";
                case "waiting" -> "hourglass";
                case "missing" -> "alert-triangle";
                default -> "x";
            };
        }

        /** Whether there is still a record to be set. */
        public boolean needsRecord() {
            return claim != null && !state().equals("verified");
        }
    }

    static DomainsPage of(List<Domain> domains, List<Claim> claims, String host, FieldErrors errors) {
        var serving = domains.stream()
                .map(domain -> new Entry(
                        domain.host(),
                        true,
                        domain.primary(),
                        claims.stream()
                                .filter(claim -> claim.host().equals(domain.host()))
                                .findFirst()
                                .orElse(null)));
        var others = claims.stream()
                .filter(claim ->
                        domains.stream().noneMatch(domain -> domain.host().equals(claim.host())))
                .map(claim -> new Entry(claim.host(), false, false, claim));
        return new DomainsPage(Stream.concat(serving, others).toList(), host, errors);
    }
}
