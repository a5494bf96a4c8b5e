package dev.lodge.portal.signin;

import dev.lodge.web.Html;
import org.jspecify.annotations.Nullable;

/** Where somebody goes who signed in: a page of this host, which is only looked at. */
final class ReturnAddress {

    private static final int LONGEST = 1000;

    private ReturnAddress() {}

    static String of(@Nullable String wanted) {
        return wanted != null && Html.isOfThisHost(wanted) && wanted.length() <= LONGEST ? wanted : "/requests";
    }
}
