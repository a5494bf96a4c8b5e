package dev.lodge.portal.signin;

import dev.lodge.accounts.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a link that was mailed stands for.
 *
 * @param address to which it was mailed, and which whoever has the link may therefore speak for
 * @param language of the browser in which it was asked for, a tag of BCP 47, or null
 * @param next where it leads, a path of this host, or null
 * @param name as somebody who sent a request calls themselves, or null
 * @param request what waits for the address to be confirmed, or null
 */
public record PortalLink(
        EmailAddress address,
        @Nullable String language,
        @Nullable String next,
        @Nullable String name,
        @Nullable Asked request) {

    /** A request that nobody has read yet. */
    public record Asked(String subject, String description) {}

    /** A link to sign in by, and no more. */
    public static PortalLink toSignIn(EmailAddress address, @Nullable String language, @Nullable String next) {
        return new PortalLink(address, language, next, null, null);
    }

    boolean isRequest() {
        return request != null;
    }
}
