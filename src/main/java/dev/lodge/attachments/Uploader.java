package dev.lodge.attachments;

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
}
