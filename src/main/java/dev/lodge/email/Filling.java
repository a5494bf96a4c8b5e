package dev.lodge.email;

import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** Puts the values of one mail into a body that has been read as Markdown already; they become text, whatever they hold. */
final class Filling extends AbstractVisitor {

    /** The longest value that is put into a mail, in characters. */
    static final int LONGEST = 20_000;

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\\p{Cc}<>\"]{1,2000}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private final MailKind kind;
    private final Map<String, String> values;

    Filling(MailKind kind, Map<String, String> values) {
        this.kind = kind;
        this.values = values;
    }

    void fill(Node body) {
        body.accept(this);
    }

    /** A text that is no Markdown. */
    String inLine(String marked) {
        var filled = new StringBuilder();
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            filled.append(MarkedText.isMark(c) ? value(MarkedText.meant(kind, c)) : String.valueOf(c));
        }
        return filled.toString();
    }

    @Override
    public void visit(Text text) {
        String marked = text.getLiteral();
        if (!MarkedText.hasMark(marked)) {
            return;
        }
        int begin = 0;
        for (int i = 0; i < marked.length(); i++) {
            if (MarkedText.isMark(marked.charAt(i))) {
                put(text, marked.substring(begin, i));
                put(text, MarkedText.meant(kind, marked.charAt(i)));
                begin = i + 1;
            }
        }
        put(text, marked.substring(begin));
        text.unlink();
    }

    private void put(Text before, Placeholder placeholder) {
        String value = value(placeholder);
        if (placeholder.link() && ADDRESS.matcher(value).matches() && !isWithinLink(before)) {
            Link link = new Link(value, null);
            link.appendChild(new Text(value));
            before.insertBefore(link);
            return;
        }
        String[] lines = value.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                before.insertBefore(new HardLineBreak());
            }
            put(before, lines[i]);
        }
    }

    private static void put(Text before, String literal) {
        if (!literal.isEmpty()) {
            before.insertBefore(new Text(literal));
        }
    }

    private static boolean isWithinLink(Node node) {
        for (Node above = node.getParent(); above != null; above = above.getParent()) {
            if (above instanceof Link) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void visit(Link link) {
        link.setTitle(null);
        String target = link.getDestination();
        if (MarkedText.hasMark(target)) {
            String address = inLine(target);
            link.setDestination(ADDRESS.matcher(address).matches() ? address : "");
        }
        visitChildren(link);
    }

    /** Pictures are not shown in mails of ours: what describes them stays. */
    @Override
    public void visit(Image image) {
        visitChildren(image);
        while (image.getFirstChild() != null) {
            image.insertBefore(image.getFirstChild());
        }
        image.unlink();
    }

    @Override
    public void visit(Code code) {
        code.setLiteral(inLine(code.getLiteral()));
    }

    @Override
    public void visit(FencedCodeBlock block) {
        block.setLiteral(inLine(block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
        block.setLiteral(inLine(block.getLiteral()));
    }

    /** HTML in a template is shown as it is written, so it is text like any other. */
    @Override
    public void visit(HtmlInline html) {
        html.setLiteral(inLine(html.getLiteral()));
    }

    @Override
    public void visit(HtmlBlock html) {
        html.setLiteral(inLine(html.getLiteral()));
    }

    private String value(Placeholder placeholder) {
        String value = values.getOrDefault(placeholder.name(), "")
                .replace("\r\n", "\n")
                .replace('\r', '\n');
        String clean = CONTROL.matcher(value).replaceAll("").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST - 1) + "…";
    }
}
