package dev.lodge.email;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/** Looks where the links of a template lead: a placeholder is a whole target or none of it, and only one that is a link. */
final class LinkTargets extends AbstractVisitor {

    private final MailKind kind;
    private boolean mixed;

    private LinkTargets(MailKind kind) {
        this.kind = kind;
    }

    static boolean areMixed(Node body, MailKind kind) {
        var targets = new LinkTargets(kind);
        body.accept(targets);
        return targets.mixed;
    }

    @Override
    public void visit(Link link) {
        String target = link.getDestination();
        if (MarkedText.hasMark(target)) {
            mixed |= target.length() > 1
                    || !MarkedText.meant(kind, target.charAt(0)).link();
        }
        visitChildren(link);
    }
}
