package dev.lodge.email;

import dev.lodge.schema.tenant.tables.records.OutgoingMailRecord;
import dev.lodge.secrets.SecretMissing;
import dev.lodge.secrets.SecretUnreadable;
import dev.lodge.secrets.Secrets;
import dev.lodge.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What confidential mails say, as it is stored: encrypted with the deployment's secret, for one mail of one tenant. */
@Component
class SealedLetters {

    private final Secrets secrets;
    private final JsonMapper json;

    SealedLetters(Secrets secrets, JsonMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    private record Bodies(String text, String html) {}

    /** @throws SecretMissing when there is nothing to encrypt with */
    byte[] seal(String messageId, Letter letter) {
        return secrets.seal(purpose(messageId), json.writeValueAsString(new Bodies(letter.text(), letter.html())));
    }

    /** What a stored mail says, confidential or not; empty when it was stored under another secret. */
    Optional<Letter> read(OutgoingMailRecord row) {
        if (row.getSealedBody() == null) {
            return Optional.of(new Letter(row.getSubject(), row.getTextBody(), row.getHtmlBody()));
        }
        try {
            var bodies = json.readValue(secrets.open(purpose(row.getMessageId()), row.getSealedBody()), Bodies.class);
            return Optional.of(new Letter(row.getSubject(), bodies.text(), bodies.html()));
        } catch (SecretUnreadable | SecretMissing unreadable) {
            return Optional.empty();
        }
    }

    private static String purpose(String messageId) {
        return "mail %s of tenant %d".formatted(messageId, Tenants.current().id());
    }
}
