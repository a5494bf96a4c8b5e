package dev.lodge.web;

import java.util.List;

/** The keys that do something, as the sheet shows them; {@code keys.js} makes them act. */
public final class Shortcuts {

    /** A heading of the sheet. */
    public record Group(String name, List<Shortcut> shortcuts) {}

    /** One thing to do and the keys for it, alternatives or in sequence. */
    public record Shortcut(String name, List<String> keys) {}

    public static final List<Group> GROUPS = List.of(
            new Group(
                    "move",
                    List.of(
                            key("next_previous", "j", "k"),
                            key("open", "Enter"),
                            key("back", "u"),
                            key("search", "/"),
                            key("everything", "g", "s"),
                            key("all_open", "g", "i"),
                            key("mine", "g", "m"),
                            key("unassigned", "g", "u"))),
            new Group(
                    "ticket",
                    List.of(key("reply", "r"), key("note", "n"), key("send", "Ctrl", "Enter"), key("undo", "z"))),
            new Group(
                    "change",
                    List.of(
                            key("assign", "a"),
                            key("status", "s"),
                            key("priority", "p"),
                            key("tags", "t"),
                            key("select", "x"),
                            key("filter", "f"),
                            key("new", "c"))),
            new Group("help", List.of(key("these", "?"), key("close", "Esc"))));

    private Shortcuts() {}

    private static Shortcut key(String name, String... keys) {
        return new Shortcut(name, List.of(keys));
    }
}
