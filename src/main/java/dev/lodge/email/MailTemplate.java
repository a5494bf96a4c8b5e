package dev.lodge.email;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.web.SafeHtml;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A checked template of a kind of mail. The body is read as Markdown first and filled in then, so that a value is always text:
 * whatever stands in a customer's name or message, it makes no link, no picture and no markup.
 */
final class MailTemplate {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_BODY = 5_000;

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).softbreak("<br>\n").build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();

    private final MailKind kind;
    private final MarkedText subject;
    private final MarkedText body;

    private MailTemplate(MailKind kind, MarkedText subject, MarkedText body) {
        this.kind = kind;
        this.subject = subject;
        this.body = body;
    }

    /** @throws Invalid naming {@code subject} or {@code body} and the placeholder that is wrong in it */
    static MailTemplate of(MailKind kind, WrittenTemplate written) {
        String line = written.subject().strip();
        String text = written.body().replace("\r\n", "\n").strip();
        FieldErrors errors = length("subject", line, LONGEST_SUBJECT).and(length("body", text, LONGEST_BODY));
        if (line.chars().anyMatch(Character::isISOControl)) {
            errors = errors.and("subject", "email.invalid.one_line");
        }
        MarkedText subject = MarkedText.of(kind, line);
        MarkedText body = MarkedText.of(kind, text);
        errors = errors.and(subject.errors("subject")).and(body.errors("body"));
        if (errors.isEmpty() && LinkTargets.areMixed(PARSER.parse(body.marked()), kind)) {
            errors = errors.and("body", "email.invalid.link");
        }
        if (kind.confidential() && subject.hasLink(kind)) {
            errors = errors.and("subject", "email.invalid.link_in_subject");
        }
        errors.throwIfAny();
        return new MailTemplate(kind, subject, body);
    }

    /** @param values by the placeholders' names; a missing one is empty */
    Letter fill(Map<String, String> values) {
        var filling = new Filling(kind, values);
        Node forHtml = PARSER.parse(body.marked());
        filling.fill(forHtml);
        Node forText = PARSER.parse(body.marked());
        filling.fill(forText);
        forText.accept(new LinksAsText());
        return new Letter(
                OneLine.of(filling.inLine(subject.marked()), LONGEST_SUBJECT),
                TEXT.render(forText).strip(),
                SafeHtml.of(HTML.render(forHtml)));
    }

    private static FieldErrors length(String field, String text, int longest) {
        return text.isEmpty() || text.length() > longest
                ? FieldErrors.of(field, "email.invalid.length", longest)
                : FieldErrors.none();
    }
}
