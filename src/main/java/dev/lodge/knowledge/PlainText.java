package dev.lodge.knowledge;

import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What is read of a text: its words, in lines. Rows of tables are sentences, their cells the parts of these; items of lists are lines
 * without marks or numbers; of links and pictures there is what stands for them, not where they lead.
 */
final class PlainText {

    private static final TextContentRenderer RENDERER = TextContentRenderer.builder()
            .nodeRendererFactory(Words::new)
            .extensions(Set.of(TablesExtension.create()))
            .lineBreakRendering(LineBreakRendering.COMPACT)
            .build();

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private PlainText() {}

    static String of(Node node) {
        return CONTROL.matcher(RENDERER.render(node)).replaceAll(" ").strip();
    }

    private record Words(TextContentNodeRendererContext context) implements NodeRenderer {

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(TableRow.class, ListItem.class, Link.class, Image.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case TableRow row -> row(row);
                case ListItem item -> {
                    children(item);
                    context.getWriter().block();
                }
                default -> children(node);
            }
        }

        private void row(Node row) {
            var writer = context.getWriter();
            boolean begun = false;
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell.getFirstChild() != null) {
                    if (begun) {
                        writer.write(", ");
                    }
                    children(cell);
                    begun = true;
                }
            }
            if (begun) {
                writer.write('.');
            }
            writer.block();
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
