package dev.lodge.portal.help;

import dev.lodge.accounts.SignedIn;
import dev.lodge.knowledge.Reader;
import dev.lodge.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who reads the help center. An agent is shown what visitors see: what is not published stays with those who write it. */
public final class HelpReader {

    private HelpReader() {}

    static Reader of(@Nullable SignedIn signedIn) {
        return Reader.of(signedIn) instanceof Reader.Customer customer ? customer : Reader.visitor();
    }

    /** Whoever sent the request in hand. */
    public static Reader current() {
        return of(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found : null);
    }

    /** The tag of the language that the reader is spoken to in. */
    static String language() {
        return Language.nearest(LocaleContextHolder.getLocale()).tag();
    }
}
