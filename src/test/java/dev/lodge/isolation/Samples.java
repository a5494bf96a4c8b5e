package dev.lodge.isolation;

import dev.lodge.Cast.Desk;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are right, so that one thing at a time can be wrong with them. */
final class Samples {

    private static final AtomicLong NUMBER = new AtomicLong();

    /** Fields that are said in another way by another field of the same body. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "ticket_create", Set.of("customer_email", "attachments"),
            "ticket_replace", Set.of("status"),
            "message_write", Set.of("status", "attachments"),
            "notification_read", Set.of("all"),
            "customer_create", Set.of("emails"),
            "customer_replace", Set.of("email"));

    private static final String WAYS = "{\"in_app\":true,\"by_mail\":false}";
    private static final String HOLIDAYS = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//samples.example//EN
            BEGIN:VEVENT
            UID:epiphany@samples.example
            DTSTAMP:20260101T000000Z
            DTSTART;VALUE=DATE:20270106
            SUMMARY:Epiphany
            END:VEVENT
            END:VCALENDAR
            """;

    private static final Map<String, String> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("subject", "\"Zipper mended\""),
            Map.entry("description", "\"It moves again.\""),
            Map.entry("priority", "\"high\""),
            Map.entry("status", "\"open\""),
            Map.entry("tags", "[\"repair\"]"),
            Map.entry("due_at", "\"2031-05-06T07:08:09Z\""),
            Map.entry("body", "\"A word.\""),
            Map.entry("visibility", "\"internal\""),
            Map.entry("reason", "\"Asked by phone\""),
            Map.entry("language", "\"en\""),
            Map.entry("time_zone", "\"Europe/Lisbon\""),
            Map.entry("notes", "\"Calls early.\""),
            Map.entry("role", "\"agent\""),
            Map.entry("active", "true"),
            Map.entry("password", "\"correct horse battery staple\""),
            Map.entry("scopes", "[\"read\"]"),
            Map.entry("is_default", "true"),
            Map.entry("hours", "{\"monday\": [[\"09:00\", \"12:00\"], [\"13:00\", \"17:30\"]]}"),
            Map.entry("holidays", "[{\"date\": \"2026-12-25\", \"name\": \"Christmas\", \"every_year\": true}]"),
            Map.entry("ics", "\"" + HOLIDAYS.replace("\n", "\\r\\n") + "\""),
            Map.entry("conditions", "{\"priority\": [\"urgent\"], \"tag\": [\"vip\"]}"),
            Map.entry(
                    "targets",
                    "[{\"metric\": \"resolution\", \"priority\": \"high\", \"seconds\": 28800, \"time\": \"business\"}]"),
            Map.entry("pause_in", "[\"pending\"]"),
            Map.entry("position", "1"),
            Map.entry("metric", "\"resolution\""),
            Map.entry("offset_seconds", "-900"),
            Map.entry("close_after_days", "7"),
            Map.entry("percent", "90"),
            Map.entry("actions", "[{\"type\": \"notify\", \"to\": [\"assignee\", \"manager\"]}]"),
            Map.entry("title", "\"How to wax a zipper\""),
            Map.entry("comment", "\"Short and clear.\""),
            Map.entry("helpful", "true"),
            Map.entry("from_version", "1"),
            Map.entry("publish_at", "\"2026-01-06T07:08:09Z\""),
            Map.entry("expires_at", "\"2999-05-06T07:08:09Z\""),
            Map.entry("names", "{\"de\": {\"name\": \"Pflege\", \"description\": \"Was lange hält.\"}}"),
            Map.entry("icon", "\"delivery\""),
            Map.entry("expires_in", "3600"),
            Map.entry("ids", "[1]"),
            Map.entry("accent", "\"#1a7f4e\""),
            Map.entry("support_address", "\"help@samples.example\""),
            Map.entry("welcome_title", "\"How can we help?\""),
            Map.entry("welcome_lead", "\"Answers within a day.\""),
            Map.entry("footer", "\"See our [terms](/terms).\""),
            Map.entry("header_links", "[{\"label\": \"Shop\", \"address\": \"https://shop.samples.example/\"}]"),
            Map.entry("home_blocks", "[\"search\", \"contact\"]"),
            Map.entry("mentioned", WAYS),
            Map.entry("assigned", WAYS),
            Map.entry("customer_replied", WAYS),
            Map.entry("sla_breached", WAYS),
            Map.entry("sla_warning", WAYS),
            Map.entry("new_in_team", WAYS)));

    /** Where words of articles are others than those of tickets. */
    private static final Map<String, String> OF_ARTICLES =
            Map.of("status", "\"published\"", "visibility", "\"customers\"", "language", "\"pt\"");

    private Samples() {}

    /** A body for the operation in which every field is filled, with ids of this desk. */
    static ObjectNode of(Described operation, Desk desk) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        for (String field : operation.fields().keySet()) {
            if (!LEFT_OUT.getOrDefault(operation.name(), Set.of()).contains(field)) {
                body.set(field, JsonMapper.shared().readTree(value(operation, field, desk)));
            }
        }
        return body;
    }

    static boolean isReference(String field) {
        return Set.of(
                        "assignee",
                        "team",
                        "customer",
                        "organization",
                        "teams",
                        "members",
                        "calendar",
                        "policy",
                        "order",
                        "attachments",
                        "category",
                        "parent",
                        "translation_of",
                        "related")
                .contains(field);
    }

    /** The thing of the desk that the field names, as it is written there. */
    static String reference(String field, Desk desk) {
        return reference(
                field,
                switch (field) {
                    case "assignee", "members" -> desk.agent();
                    case "team", "teams" -> desk.team();
                    case "customer" -> desk.customer();
                    case "organization" -> desk.organization();
                    case "calendar" -> desk.promise().calendar();
                    case "policy", "order" -> desk.promise().policy();
                    case "attachments" -> Subject.newest("attachment", desk);
                    case "category" -> desk.shelf().category();
                    case "parent" -> desk.shelf().top();
                    case "translation_of", "related" -> desk.shelf().article();
                    default -> throw new IllegalArgumentException(field);
                });
    }

    static String reference(String field, long id) {
        return Set.of("teams", "members", "order", "attachments", "related").contains(field)
                ? "[" + id + "]"
                : Long.toString(id);
    }

    private static String value(Described operation, String field, Desk desk) {
        if (isReference(field)) {
            return reference(field, desk);
        }
        String ofArticles = operation.name().startsWith("article_") ? OF_ARTICLES.get(field) : null;
        if (ofArticles != null) {
            return ofArticles;
        }
        return switch (field) {
            case "slug" -> "\"slug-%d\"".formatted(NUMBER.incrementAndGet());
            case "name" -> "\"Name %d\"".formatted(NUMBER.incrementAndGet());
            case "email" -> "\"somebody.%d@samples.example\"".formatted(NUMBER.incrementAndGet());
            case "emails" -> "[\"somebody.%d@samples.example\"]".formatted(NUMBER.incrementAndGet());
            case "domains" -> "[\"samples-%d.example\"]".formatted(NUMBER.incrementAndGet());
            default -> {
                String known = VALUES.get(field);
                if (known == null) {
                    throw new AssertionError("No sample of the field %s of %s".formatted(field, operation));
                }
                yield known;
            }
        };
    }
}
