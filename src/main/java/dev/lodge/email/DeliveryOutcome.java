package dev.lodge.email;

/** What became of an attempt to send a mail. */
public sealed interface DeliveryOutcome {

    /** As it is written in keys of texts. */
    default String word() {
        return switch (this) {
            case Sent sent -> "sent";
            case Deferred deferred -> "deferred";
            case Rejected rejected -> "rejected";
            case Kept kept -> "kept";
        };
    }

    /** Why it was not sent, or empty. */
    default String reason() {
        return switch (this) {
            case Deferred deferred -> deferred.why();
            case Rejected rejected -> rejected.why();
            case Sent sent -> "";
            case Kept kept -> "";
        };
    }

    /** The server took it. */
    record Sent() implements DeliveryOutcome {}

    /**
     * Not now; it is tried again.
     *
     * @param why a short sentence of ours or of the server's, without secrets
     * @param server whether it is the server's state, and other mails would fare alike
     */
    record Deferred(String why, boolean server) implements DeliveryOutcome {}

    /** The server will never take it. */
    record Rejected(String why) implements DeliveryOutcome {}

    /** There is no server; the mail is kept. */
    record Kept() implements DeliveryOutcome {}
}
