package dev.lodge.tickets;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** The beginning of a message as one line of plain text, for lists. */
public final class Preview {

    /** Characters kept; a list shows fewer. */
    static final int LENGTH = 160;

    /** Characters looked at, so that a long message costs no more than a short one. */
    private static final int READ = 2_000;

    private static final Parser PARSER = Parser.builder().build();

    private Preview() {}

    public static String of(String markdown) {
        var words = new Words();
        PARSER.parse(beginning(markdown, READ)).accept(words);
        return beginning(words.text.toString().replaceAll("\\s+", " ").strip(), LENGTH);
    }

    /** Never half of a surrogate pair. */
    private static String beginning(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static final class Words extends AbstractVisitor {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void visit(Text words) {
            text.append(words.getLiteral());
        }

        @Override
        public void visit(Code code) {
            text.append(code.getLiteral());
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        public void visit(HardLineBreak lineBreak) {
            text.append(' ');
        }

        @Override
        protected void visitChildren(Node parent) {
            super.visitChildren(parent);
            if (parent instanceof Paragraph || parent instanceof org.commonmark.node.Heading) {
                text.append(' ');
            }
        }
    }
}
