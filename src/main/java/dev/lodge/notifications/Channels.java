package dev.lodge.notifications;

/** By which ways an agent wants to be told. */
record Channels(boolean inApp, boolean byMail) {

    boolean none() {
        return !inApp && !byMail;
    }
}
