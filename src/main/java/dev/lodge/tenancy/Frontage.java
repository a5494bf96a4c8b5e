package dev.lodge.tenancy;

import java.util.List;

/**
 * What a tenant's customers meet around the articles.
 *
 * @param title the greeting of the help center's first page, up to 120 characters; empty for Lodge's own
 * @param lead a sentence below it, up to 300 characters; may be empty
 * @param blocks what the first page is made of, in order, each once
 * @param links in the head of each page, up to six
 * @param footer up to 500 characters of text, in which {@code [label](address)} and written-out addresses are links; may be empty
 */
public record Frontage(String title, String lead, List<HomeBlock> blocks, List<BrandLink> links, String footer) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_LEAD = 300;
    public static final int LONGEST_FOOTER = 500;

    /** What a tenant has until it chooses. */
    public static final Frontage PLAIN = new Frontage("", "", HomeBlock.ALL, List.of(), "");

    public Frontage {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        if (title.length() > LONGEST_TITLE
                || lead.length() > LONGEST_LEAD
                || footer.length() > LONGEST_FOOTER
                || links.size() > BrandLink.MOST
                || blocks.stream().distinct().count() < blocks.size()) {
            throw new IllegalArgumentException("More than fits on the front.");
        }
    }

    public boolean shows(HomeBlock block) {
        return blocks.contains(block);
    }
}
