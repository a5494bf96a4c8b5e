package dev.lodge.email;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Text;

/** For the part without HTML: {@code Open the ticket <https://…>}, and an address that is its own text just once. */
final class LinksAsText extends AbstractVisitor {

    @Override
    public void visit(Link link) {
        visitChildren(link);
        boolean saysItself = link.getFirstChild() instanceof Text only
                && only == link.getLastChild()
                && only.getLiteral().equals(link.getDestination().replaceFirst("^mailto:", ""));
        while (link.getFirstChild() != null) {
            link.insertBefore(link.getFirstChild());
        }
        if (!saysItself) {
            link.insertBefore(new Text(" <" + link.getDestination() + ">"));
        }
        link.unlink();
    }
}
