package dev.lodge.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Whoever brought a file. Until something holds it, it is theirs alone. */
public sealed interface Uploader {

    /** As it is stored: the same for the same person, and no secret. */
    String code();

    record Agent(long id) implements Uploader {

        @Override
        public String code() {
            return "agent:" + id;
        }
    }

    record Customer(long id) implements Uploader {

        @Override
        public String code() {
            return "customer:" + id;
        }
    }

    /**
     * Somebody who is not signed in.
     *
     * @param token a secret that only their form has; at least 20 characters of it
     */
    record Anonymous(String token) implements Uploader {

        public Anonymous {
            if (token.length() < 20) {
                throw new IllegalArgumentException("A token that can be guessed");
            }
        }

        @Override
        public String code() {
            byte[] hash = BlobKey.digest().digest(token.getBytes(StandardCharsets.UTF_8));
            return "anonymous:" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        }

        @Override
        public String toString() {
            return "Anonymous";
        }
    }
}
