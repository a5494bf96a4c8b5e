package dev.lodge.sla.hours;

import java.util.List;

/** A calendar, or a file of holidays, cannot be what was written. Carries no stack trace: nothing is broken. */
public class InvalidHours extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** @param faults at least one */
    public InvalidHours(List<Fault> faults) {
        super(faults.toString(), null, false, false);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    static void throwIfAny(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidHours(faults);
        }
    }
}
