package dev.lodge.sla.page;

import dev.lodge.sla.Metric;
import dev.lodge.sla.PolicyUse;
import dev.lodge.tickets.Priority;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of what was promised was kept, in whole percents; never 100 when something was not. */
public record Share(long percent) {

    private static final int SOON = 90;

    /** Null where nothing was decided. */
    static @Nullable Share of(List<PolicyUse.Share> shares) {
        long met = shares.stream().mapToLong(PolicyUse.Share::met).sum();
        long decided = shares.stream().mapToLong(PolicyUse.Share::decided).sum();
        return decided == 0 ? null : new Share(met * 100 / decided);
    }

    static @Nullable Share of(List<PolicyUse.Share> shares, Priority priority, Metric metric) {
        return of(shares.stream()
                .filter(share -> share.priority() == priority && share.metric() == metric)
                .toList());
    }

    public boolean isPoor() {
        return percent < SOON;
    }
}
