package dev.lodge.email;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.email.SenderSettings.OwnServer;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.StaleVersion;
import dev.lodge.secrets.SecretMissing;
import dev.lodge.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** How the desk sends mail: its sender, its server, and a test of both. */
@Controller
@RequestMapping("/settings/mail")
@Requires(Permission.MAIL_SERVER_MANAGE)
class SendingController {

    private final SenderSettingsRows settings;
    private final MailServers servers;
    private final Senders senders;
    private final MailLog log;
    private final TestMails tests;

    SendingController(SenderSettingsRows settings, MailServers servers, Senders senders, MailLog log, TestMails tests) {
        this.settings = settings;
        this.servers = servers;
        this.senders = senders;
        this.log = log;
        this.tests = tests;
    }

    @GetMapping
    Html show() {
        SenderSettings now = settings.current();
        return page(SendingForm.of(now), now, FieldErrors.none(), false, null);
    }

    @PostMapping
    Html save(SendingForm form) {
        SenderSettings now = settings.current();
        FieldErrors errors = form.check(now);
        if (!errors.isEmpty()) {
            return page(form, now, errors, false, null).invalid();
        }
        try {
            settings.replace(wanted(form, now));
        } catch (SecretMissing missing) {
            return page(form, now, FieldErrors.none().and("password", missing.detail()), false, null)
                    .invalid();
        } catch (StaleVersion stale) {
            return page(form.onVersion(now.version()), now, FieldErrors.none(), true, null)
                    .status(stale.status());
        }
        return Html.redirect("/settings/mail").toast("email.sending.saved");
    }

    /** Only the result, with the settings as they are stored. */
    @PostMapping("/test")
    Html test(Caller caller) {
        var tried = tests.sendTo(caller.agentId());
        SenderSettings now = settings.current();
        return page(SendingForm.of(now), now, FieldErrors.none(), false, tried).part("test", "email/tried");
    }

    private SenderSettings wanted(SendingForm form, SenderSettings now) {
        return new SenderSettings(
                form.address().map(address -> address.value()).orElse(null),
                orNull(SendingForm.text(form.senderName())),
                SendingForm.text(form.host()).isEmpty() ? null : server(form, now),
                form.seenVersion());
    }

    private OwnServer server(SendingForm form, SenderSettings now) {
        byte[] password = null;
        String user = orNull(SendingForm.text(form.user()));
        if (user != null) {
            OwnServer before = now.server();
            password =
                    form.keepsPassword(now) && before != null ? before.sealedPassword() : servers.seal(form.secret());
        }
        return new OwnServer(
                SendingForm.text(form.host()),
                form.chosenPort().orElseThrow(),
                form.chosenSecurity().orElseThrow(),
                user,
                password);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private Html page(
            SendingForm form, SenderSettings now, FieldErrors errors, boolean stale, @Nullable TriedMail tried) {
        OwnServer own = now.server();
        String route = own != null ? "own" : servers.platforms().isPresent() ? "platform" : "none";
        return Html.page(
                "email/sending",
                new SendingPage(
                        form,
                        errors,
                        route,
                        senders.current(),
                        own != null && own.sealedPassword() != null,
                        log.kept(),
                        stale,
                        tried));
    }
}
