package dev.lodge.portal.profile;

import dev.lodge.accounts.SessionRow;
import dev.lodge.attachments.Attachment;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.customers.CustomerProfiles;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Reader;
import dev.lodge.portal.CustomerSessions;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.tickets.Conversation;
import dev.lodge.tickets.RequestLists;
import dev.lodge.tickets.RequestRow;
import dev.lodge.tickets.Requests;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** All that is kept of a customer, as JSON: profile, addresses, sessions, and what they asked and said. Notes of agents are theirs. */
@Component
class OwnData {

    private static final int BATCH = 50;

    private final CustomerProfiles profiles;
    private final CustomerSessions sessions;
    private final Asked asked;
    private final Articles articles;

    /** Where it is found what somebody asked and was answered. */
    @Component
    record Asked(RequestLists lists, Requests requests, Conversation conversation) {}

    OwnData(CustomerProfiles profiles, CustomerSessions sessions, Asked asked, Articles articles) {
        this.profiles = profiles;
        this.sessions = sessions;
        this.asked = asked;
        this.articles = articles;
    }

    void write(SignedInCustomer customer, OutputStream out) {
        try (JsonGenerator json = JsonMapper.shared().createGenerator(out)) {
            json.writeStartObject();
            writeProfile(customer.caller(), json);
            json.writeArrayPropertyStart("sessions");
            sessions.of(customer).forEach(session -> write(session, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("requests");
            writeRequests(customer.caller(), json);
            json.writeEndArray();
            json.writeArrayPropertyStart("feedback");
            articles.judgedBy(new Reader.Customer(customer.caller())).forEach(judgement -> write(judgement, json));
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void writeProfile(CustomerCaller caller, JsonGenerator json) {
        var known = profiles.of(caller);
        var wishes = profiles.wishes(caller);
        var organization = known.organization();
        json.writeStringProperty("name", known.name());
        json.writeArrayPropertyStart("emails");
        known.emails().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("organization", organization == null ? null : organization.name());
        json.writeStringProperty("language", known.language());
        json.writeStringProperty("time_zone", known.timeZone());
        json.writeStringProperty("since", known.createdAt().toString());
        json.writeBooleanProperty("mail_when_answered", wishes.answered());
        json.writeBooleanProperty("mail_when_solved", wishes.solved());
    }

    private static void write(SessionRow session, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("browser", session.browser().name());
        json.writeStringProperty("system", session.browser().system());
        json.writeStringProperty("address", session.address());
        json.writeStringProperty("since", session.createdAt().toString());
        json.writeStringProperty("last_seen", session.lastSeenAt().toString());
        json.writeEndObject();
    }

    private void writeRequests(CustomerCaller caller, JsonGenerator json) {
        List<RequestRow> some = asked.lists().page(caller, new RequestLists.Query(false, null, null), BATCH);
        while (!some.isEmpty()) {
            some.forEach(row -> write(caller, row, json));
            long last = some.getLast().number();
            some = asked.lists().page(caller, new RequestLists.Query(false, null, last), BATCH);
        }
    }

    private void write(CustomerCaller caller, RequestRow row, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("number", row.number());
        json.writeStringProperty("subject", row.subject());
        var request = asked.requests().details(caller, row.number());
        json.writeStringProperty("description", request.description());
        write(request.attachments(), json);
        json.writeStringProperty("status", row.status().code());
        json.writeStringProperty("created_at", row.createdAt().toString());
        json.writeArrayPropertyStart("messages");
        for (var message : asked.conversation().newestMessages(caller, row.number(), Integer.MAX_VALUE)) {
            json.writeStartObject();
            json.writeStringProperty("from", message.author().name());
            json.writeStringProperty("at", message.createdAt().toString());
            json.writeStringProperty("body", message.body());
            write(message.attachments(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(Articles.Judgement judgement, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("article", judgement.article());
        json.writeStringProperty("title", judgement.title());
        json.writeBooleanProperty("helpful", judgement.said().helpful());
        json.writeStringProperty("comment", judgement.said().comment());
        json.writeStringProperty("at", judgement.said().createdAt().toString());
        json.writeEndObject();
    }

    /** Where they can be fetched; they may be larger than anybody wants in one answer. */
    private static void write(List<Attachment> files, JsonGenerator json) {
        json.writeArrayPropertyStart("files");
        for (var file : files) {
            json.writeStartObject();
            json.writeStringProperty("name", file.name());
            json.writeNumberProperty("size", file.size());
            json.writeStringProperty("url", file.url());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
