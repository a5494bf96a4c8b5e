package dev.lodge.tenancy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A link that a tenant puts on its pages.
 *
 * @param label 1 to 40 characters on one line
 * @param address see {@link #isAddress}
 * @throws IllegalArgumentException for any other label or address
 */
public record BrandLink(String label, String address) {

    /** How many a tenant has at most. */
    public static final int MOST = 6;

    public static final int LONGEST_LABEL = 40;

    public static final int LONGEST_ADDRESS = 300;

    private static final Set<String> WEB = Set.of("http", "https");
    private static final Pattern MAILTO = Pattern.compile("mailto:[^\\s@<>\"?&]+@[^\\s@<>\"?&]+");

    public BrandLink {
        if (!isLabel(label) || !isAddress(address)) {
            throw new IllegalArgumentException("Not a label and an address that pages may link to.");
        }
    }

    public static boolean isLabel(String label) {
        return !label.isBlank()
                && label.length() <= LONGEST_LABEL
                && label.codePoints().noneMatch(BrandLink::isUnseen);
    }

    /**
     * Whether pages may link there: {@code http} or {@code https} with a host and without a user, {@code mailto} with one address, or a
     * path of the tenant's own host. Everything else, {@code javascript:} above all, is no address.
     */
    public static boolean isAddress(String address) {
        if (address.length() > LONGEST_ADDRESS
                || address.codePoints().anyMatch(c -> c <= ' ' || c == '\\' || isUnseen(c))) {
            return false;
        }
        if (address.startsWith("/")) {
            return !address.startsWith("//");
        }
        return MAILTO.matcher(address.toLowerCase(Locale.ROOT)).matches() || isWeb(address);
    }

    /** Whether it leads away from the tenant's own pages, and so opens beside them. */
    public boolean leadsAway() {
        return leadsAway(address);
    }

    public static boolean leadsAway(String address) {
        return isWeb(address);
    }

    private static boolean isWeb(String address) {
        try {
            var uri = new URI(address);
            return uri.getScheme() != null
                    && WEB.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** Controls, and what turns or hides the text around it. */
    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
