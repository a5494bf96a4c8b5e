package dev.lodge.portal.signin;

import dev.lodge.email.MailKind;
import dev.lodge.email.Placeholder;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of mail that are sent from here. What lets somebody in is not readable where mails are kept. */
@Configuration(proxyBeanMethods = false)
class PortalMailKinds {

    private static final String SAMPLE = "https://acme.example/portal/signin/3w…";

    @Bean
    MailKind portalSignIn() {
        return new MailKind(
                LinkMail.SIGN_IN,
                "portal.mail.portal_sign_in",
                List.of(Placeholder.link("sign_in_url", SAMPLE)),
                true,
                true);
    }

    @Bean
    MailKind portalConfirm() {
        return new MailKind(
                LinkMail.CONFIRM,
                "portal.mail.portal_confirm",
                List.of(Placeholder.link("confirm_url", SAMPLE)),
                true,
                true);
    }
}
