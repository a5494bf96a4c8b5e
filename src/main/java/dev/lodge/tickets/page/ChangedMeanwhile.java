package dev.lodge.tickets.page;

import dev.lodge.problem.StaleVersion;
import dev.lodge.tickets.RecordedEvent;
import java.util.List;

/** Somebody else did these things, which matter here, since the page was shown. */
final class ChangedMeanwhile extends StaleVersion {

    private static final long serialVersionUID = 1;

    private final transient List<RecordedEvent> news;

    ChangedMeanwhile(List<RecordedEvent> news) {
        this.news = List.copyOf(news);
    }

    List<RecordedEvent> news() {
        return news;
    }
}
