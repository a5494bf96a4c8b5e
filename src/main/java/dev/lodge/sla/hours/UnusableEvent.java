package dev.lodge.sla.hours;

import java.util.ArrayList;
import java.util.List;

/** An event of an iCalendar file is not one of which holidays can be made. */
class UnusableEvent extends Exception {

    private static final long serialVersionUID = 1;

    private final String property;
    private final String reason;
    private final transient List<Object> arguments;

    UnusableEvent(String event, String property, String reason, Object... arguments) {
        super(property + ": " + reason, null, false, false);
        this.property = property;
        this.reason = reason;
        this.arguments = new ArrayList<>();
        this.arguments.add(event);
        this.arguments.addAll(List.of(arguments));
    }

    /** @param index the event's, in the file, from 0 */
    Fault at(int index) {
        return new Fault("events[%d].%s".formatted(index, property), reason, arguments);
    }
}
