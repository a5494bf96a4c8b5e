package dev.lodge.knowledge;

import dev.lodge.accounts.Client;
import dev.lodge.accounts.Secret;
import dev.lodge.accounts.SecretCookie;
import dev.lodge.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who judges an article, so that everybody counts once.
 *
 * @param key names the person who is signed in, or hashes what the browser is known by
 */
public record Voter(String key) {

    /** What a visitor's browser is known by, once it said something. */
    public static final SecretCookie BROWSER = new SecretCookie("lodge_reader");

    /**
     * Whoever reads, or else the browser that has this secret, or else whatever asks from this address: without a cookie all who share
     * one are one.
     */
    public static Voter of(Reader reader, Optional<Secret> browser, Client client) {
        return switch (reader) {
            case Reader.Agent agent -> new Voter("agent:" + agent.caller().agentId());
            case Reader.Customer customer -> customer(customer.caller().customerId());
            case Reader.Desk desk -> throw new IllegalArgumentException("The desk does not judge itself.");
            case Reader.Visitor visitor ->
                new Voter(hash(browser.map(Secret::text).orElse(client.address() + "\n" + client.userAgent())));
        };
    }

    static Voter customer(long id) {
        return new Voter("customer:" + id);
    }

    /** Of this desk alone: what one browser said at two desks cannot be brought together. */
    private static String hash(String known) {
        var salted = new Secret(Base64.getUrlEncoder()
                .encodeToString((Tenants.current().id() + "\n" + known).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(salted.hash());
    }
}
