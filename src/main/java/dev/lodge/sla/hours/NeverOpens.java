package dev.lodge.sla.hours;

/** A target in business time on a calendar that has none: it can never come due. */
public class NeverOpens extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NeverOpens() {
        super("The calendar has no opening hours, so no business time ever passes", null, false, false);
    }
}
