package dev.lodge.email;

import dev.lodge.email.DeliveryOutcome.Deferred;
import dev.lodge.email.DeliveryOutcome.Rejected;
import dev.lodge.outside.DestinationRefused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What a failure means: codes of 400 and more pass, codes of 500 and more stay (RFC 5321, 4.2.1), and lost connections pass. */
final class Failures {

    private static final int LONGEST = 200;
    private static final int CLOSING = 421;

    private Failures() {}

    /** The connection could not be opened. */
    static Deferred unreachable(MessagingException failure, MailServer server) {
        return new Deferred(sentence(failure, server), true);
    }

    /** The connection was open. */
    static DeliveryOutcome refused(MessagingException failure, MailServer server) {
        for (Throwable cause : causes(failure)) {
            int code = code(cause);
            if (code >= 500) {
                return new Rejected(said(cause));
            }
            if (code >= 400) {
                return new Deferred(said(cause), code == CLOSING);
            }
        }
        return unreachable(failure, server);
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    private static String sentence(MessagingException failure, MailServer server) {
        for (Throwable cause : causes(failure)) {
            String known = switch (cause) {
                case AuthenticationFailedException wrong -> "%s did not accept user name and password.";
                case DestinationRefused inside -> "%s is in a private network, where no mail is sent to.";
                case UnknownHostException unknown -> "There is no host for %s.";
                case SocketTimeoutException slow -> "%s did not answer in time.";
                case SSLException insecure ->
                    "The connection to %s could not be secured; its certificate may not be valid.";
                default -> "";
            };
            if (!known.isEmpty()) {
                return known.formatted(server);
            }
        }
        boolean closed = causes(failure).stream().anyMatch(ConnectException.class::isInstance);
        return closed ? server + " did not accept a connection." : said(failure);
    }

    private static String said(Throwable failure) {
        return OneLine.of(String.valueOf(failure.getMessage()), LONGEST);
    }

    /** Jakarta Mail chains in a way of its own. */
    private static List<Throwable> causes(MessagingException failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable cause = failure;
        while (cause != null && causes.size() < 20) {
            causes.add(cause);
            cause = cause instanceof MessagingException chained && chained.getNextException() != null
                    ? chained.getNextException()
                    : cause.getCause();
        }
        return causes;
    }
}
