package dev.lodge.email;

import dev.lodge.outside.OutsideSockets;
import dev.lodge.outside.Resolver;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;

/**
 * An open connection to a mail server (RFC 5321). Certificate and host name are checked; each step is bounded in time, and so is the
 * whole of what is done at once, so that a server that answers one byte a minute holds nobody up.
 */
final class SmtpConnection implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** Half of the time for which a mail is claimed, for opening and for sending. */
    private static final Duration WHOLE = Duration.ofMinutes(2);

    private final AbortableSockets sockets;
    private final Session session;
    private final Transport transport;

    private SmtpConnection(AbortableSockets sockets, Session session, Transport transport) {
        this.sockets = sockets;
        this.session = session;
        this.transport = transport;
    }

    /**
     * Connects, secures the connection and signs in.
     *
     * @param greeting the name under which Lodge introduces itself
     */
    static SmtpConnection open(MailServer server, String greeting, Resolver resolver) throws MessagingException {
        SocketFactory direct = server.trusted() ? SocketFactory.getDefault() : new OutsideSockets(resolver);
        var sockets = new AbortableSockets(direct);
        var session = Session.getInstance(properties(server, greeting, sockets));
        var transport = session.getTransport("smtp");
        var connection = new SmtpConnection(sockets, session, transport);
        connection.bounded(() -> transport.connect(server.host(), server.port(), server.user(), server.password()));
        return connection;
    }

    private static Properties properties(MailServer server, String greeting, SocketFactory sockets) {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        // Otherwise what our sockets refuse is tried again with the platform's own.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.localhost", greeting);
        properties.put("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.put("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", String.valueOf(server.user() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(server.security() == Security.TLS));
        properties.put("mail.smtp.starttls.enable", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        return properties;
    }

    Session session() {
        return session;
    }

    boolean isOpen() {
        return transport.isConnected();
    }

    void send(MimeMessage message) throws MessagingException {
        bounded(() -> transport.sendMessage(message, message.getAllRecipients()));
    }

    private void bounded(Step step) throws MessagingException {
        Thread watch = Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(WHOLE);
                sockets.abort();
            } catch (InterruptedException inTime) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            step.run();
        } finally {
            watch.interrupt();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws MessagingException;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException goneAlready) {
            sockets.abort();
        }
    }
}
