package dev.lodge.web;

/** The shapes that stand for states, before any colour does. */
public final class Glyphs {

    private Glyphs() {}

    /** The icon of a ticket's status, by its word. */
    public static String ofStatus(String status) {
        return switch (status) {
            case "new" -> "circle-dashed";
            case "open" -> "circle-dot";
            case "pending" -> "hourglass";
            case "on_hold" -> "player-pause";
            case "solved" -> "circle-check";
            case "closed" -> "lock";
            default -> throw new IllegalArgumentException("No such status");
        };
    }
}
