package dev.lodge.email;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;

/**
 * A mail as it goes over the wire (RFC 5322, RFC 2046): text and HTML as alternatives, all in UTF-8. What people wrote reaches headers
 * as one line only. Automatic mail says so (RFC 3834), and to Exchange in its own way; {@code Precedence} it does not carry, because
 * that marks bulk mail, which this is not.
 */
final class MimeLetter extends MimeMessage {

    private static final String UTF_8 = "UTF-8";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 254;

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param mail one that can be read */
    static MimeMessage of(OutgoingMail mail, Sender sender, Instant now, Session session) throws MessagingException {
        var message = new MimeLetter(session, mail.messageId());
        message.setSentDate(Date.from(now));
        message.setFrom(address(sender.address(), sender.name()));
        if (sender.replyTo() != null) {
            message.setReplyTo(new InternetAddress[] {address(sender.replyTo(), sender.name())});
        }
        message.setRecipient(RecipientType.TO, address(mail.toAddress(), mail.toName()));
        Letter letter = Objects.requireNonNull(mail.letter());
        message.setSubject(OneLine.of(letter.subject(), MailTemplate.LONGEST_SUBJECT), UTF_8);
        if (mail.thread() != null) {
            message.setHeader("In-Reply-To", mail.thread());
            message.setHeader("References", mail.thread());
        }
        if (mail.automatic()) {
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        message.setContent(alternatives(letter));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart alternatives(Letter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(letter.html(), UTF_8, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        String line = OneLine.of(address, LONGEST_ADDRESS);
        int at = line.lastIndexOf('@');
        try {
            return new InternetAddress(
                    line.substring(0, at + 1) + IDN.toASCII(line.substring(at + 1)),
                    OneLine.of(name, LONGEST_NAME),
                    UTF_8);
        } catch (UnsupportedEncodingException | IllegalArgumentException malformed) {
            throw new MessagingException("Not an address of mail", malformed instanceof Exception e ? e : null);
        }
    }

    /** The id stays the same for each attempt, so that who gets the mail twice can tell. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
