package dev.lodge.email;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.email.SenderSettings.OwnServer;
import dev.lodge.problem.FieldErrors;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * How mail is sent, as it is being edited. Without a host mail goes by the platform's server. The password is never shown; left empty it
 * stays, but only for the server that it was entered for.
 *
 * @param version of the settings that were on the page
 */
public record SendingForm(
        @BindParam("sender_name") @Nullable String senderName,
        @BindParam("sender_address") @Nullable String senderAddress,
        @Nullable String host,
        @Nullable String port,
        @Nullable String security,
        @Nullable String user,
        @Nullable String password,
        @Nullable Long version) {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_CREDENTIAL = 250;
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?\\.?");

    static SendingForm of(SenderSettings settings) {
        OwnServer server = settings.server();
        return new SendingForm(
                settings.name(),
                settings.address(),
                server == null ? "" : server.host(),
                server == null ? "" : Integer.toString(server.port()),
                server == null ? Security.STARTTLS.code() : server.security().code(),
                server == null ? "" : server.user(),
                "",
                settings.version());
    }

    SendingForm onVersion(long current) {
        return new SendingForm(senderName, senderAddress, host, port, security, user, "", current);
    }

    FieldErrors check(SenderSettings now) {
        FieldErrors errors = FieldErrors.none();
        if (text(senderName).length() > LONGEST_NAME || hasControls(senderName)) {
            errors = errors.and("sender_name", "email.invalid.name", LONGEST_NAME);
        }
        if (!text(senderAddress).isEmpty() && address().isEmpty()) {
            errors = errors.and("sender_address", "email.invalid.address");
        }
        return text(host).isEmpty() ? errors : errors.and(checkServer(now));
    }

    private FieldErrors checkServer(SenderSettings now) {
        FieldErrors errors = FieldErrors.none();
        if (!HOST.matcher(text(host)).matches() || text(host).contains("..")) {
            errors = errors.and("host", "email.invalid.host");
        }
        if (address().isEmpty()) {
            errors = errors.and("sender_address", "email.invalid.address_needed");
        }
        if (chosenPort().isEmpty()) {
            errors = errors.and("port", "email.invalid.port");
        }
        if (chosenSecurity().isEmpty()) {
            errors = errors.and("security", "email.invalid.security");
        }
        if (text(user).length() > LONGEST_CREDENTIAL || hasControls(user)) {
            errors = errors.and("user", "email.invalid.length", LONGEST_CREDENTIAL);
        }
        if (secret().length() > LONGEST_CREDENTIAL || hasControls(password)) {
            errors = errors.and("password", "email.invalid.length", LONGEST_CREDENTIAL);
        }
        if (!text(user).isEmpty()
                && chosenSecurity().filter(Security.NONE::equals).isPresent()) {
            errors = errors.and("security", "email.invalid.open_password");
        }
        if (!text(user).isEmpty() && secret().isEmpty() && !keepsPassword(now)) {
            errors = errors.and("password", "email.invalid.password_needed");
        }
        return errors;
    }

    /** Whether the stored password is meant: it goes to nobody but the server and the user that it was entered for. */
    boolean keepsPassword(SenderSettings now) {
        OwnServer server = now.server();
        return server != null
                && server.sealedPassword() != null
                && secret().isEmpty()
                && server.host().equalsIgnoreCase(text(host))
                && chosenPort().filter(chosen -> chosen == server.port()).isPresent()
                && chosenSecurity().filter(server.security()::equals).isPresent()
                && text(user).equals(text(server.user()));
    }

    Optional<EmailAddress> address() {
        return EmailAddress.of(text(senderAddress))
                .filter(address -> address.value().chars().allMatch(c -> c < 0x80));
    }

    Optional<Integer> chosenPort() {
        if (text(port).isEmpty()) {
            return chosenSecurity().map(chosen -> switch (chosen) {
                case TLS -> 465;
                case STARTTLS -> 587;
                case NONE -> 25;
            });
        }
        return Optional.of(text(port))
                .filter(digits -> digits.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .filter(number -> number >= 1 && number <= 65535);
    }

    Optional<Security> chosenSecurity() {
        return Arrays.stream(Security.values())
                .filter(known -> known.code().equals(text(security)))
                .findFirst();
    }

    String secret() {
        return password == null ? "" : password;
    }

    long seenVersion() {
        return version == null ? -1 : version;
    }

    private static boolean hasControls(@Nullable String value) {
        return text(value).chars().anyMatch(Character::isISOControl);
    }

    public static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
